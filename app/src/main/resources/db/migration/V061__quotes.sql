-- Quotes: written once. What was promised stays readable for as long as the renewal that came of it.
create table quote (
    account_id uuid        not null references account (account_id),
    quote_id   uuid        not null,
    line_id    uuid        not null,
    body       jsonb       not null,
    created_at timestamptz not null,
    primary key (account_id, quote_id),
    foreign key (account_id, line_id) references line (account_id, line_id)
);

grant select, insert on quote to keepline_app;
