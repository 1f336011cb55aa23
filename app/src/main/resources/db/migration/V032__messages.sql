-- What people are told. It stands in the portal at once; a channel that sends it elsewhere gets a table of its own, with a
-- row per message and channel, that refers to this one.
create table message (
    account_id uuid        not null references account (account_id),
    message_id uuid        not null default gen_random_uuid(),
    kind       text        not null,
    reference  text        not null,
    facts      jsonb       not null default '{}',
    created_at timestamptz not null,
    shown_at   timestamptz,
    primary key (account_id, message_id),
    constraint a_person_is_told_once unique (account_id, kind, reference)
);

create index message_newest on message (account_id, created_at desc);

grant select, insert, update (shown_at) on message to keepline_app;
