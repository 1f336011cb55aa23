-- The last time the carrier was asked about a line, and what came of it. The record itself stands in line_reading.
create table line_refresh (
    account_id  uuid not null references account (account_id),
    line_id     uuid not null,
    asked_at    timestamptz not null,
    answer      text check (answer in ('READ', 'NO_ANSWER', 'NO_RECORD')),
    answered_at timestamptz,
    primary key (account_id, line_id),
    foreign key (account_id, line_id) references line (account_id, line_id),
    check ((answer is null) = (answered_at is null))
);

grant select, insert, update on line_refresh to keepline_app;
