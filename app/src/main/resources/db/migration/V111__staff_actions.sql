-- What people of the operator did or looked at, and why: written once, never changed. The account is the one it concerns;
-- a search that concerns nobody stands under the searcher's own.
create table staff_action (
    account_id uuid        not null references account (account_id),
    action_id  uuid        not null default gen_random_uuid(),
    staff_id   uuid        not null references account (account_id),
    action     text        not null,
    reference  text        not null,
    reason     text        not null,
    outcome    text        not null,
    done_at    timestamptz not null,
    primary key (account_id, action_id)
);

create index staff_action_newest on staff_action (done_at desc);

grant select, insert on staff_action to keepline_app;
