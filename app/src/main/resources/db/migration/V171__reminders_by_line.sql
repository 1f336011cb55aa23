-- Lines that nobody wants to be reminded of: a row is an off. Of every other line reminders go out.
create table reminder_line_off (
    account_id uuid        not null references account (account_id),
    line_id    uuid        not null,
    changed_at timestamptz not null,
    primary key (account_id, line_id)
);

grant select, insert, delete on reminder_line_off to keepline_app;
