-- What subscribers and people of the operator write to each other. About keeps the facts as they were when it began: codes,
-- never words.
create table conversation (
    account_id      uuid        not null references account (account_id),
    conversation_id uuid        not null,
    renewal_id      uuid,
    line_id         uuid,
    about           jsonb       not null default '{}',
    state           text        not null check (state in ('OPEN', 'WAITING', 'CLOSED')),
    opened_at       timestamptz not null,
    changed_at      timestamptz not null,
    primary key (account_id, conversation_id)
);

create index conversation_newest on conversation (account_id, changed_at desc);
create index conversation_by_state on conversation (state, changed_at);

-- The id of an entry is made with its form, so that a form sent twice is written once.
create table conversation_entry (
    account_id      uuid        not null references account (account_id),
    conversation_id uuid        not null,
    entry_id        uuid        not null,
    author          text        not null check (author in ('SUBSCRIBER', 'OPERATOR')),
    staff_id        uuid,
    body            text        not null check (char_length(body) between 1 and 4000),
    written_at      timestamptz not null,
    primary key (account_id, conversation_id, entry_id),
    foreign key (account_id, conversation_id) references conversation (account_id, conversation_id),
    check ((author = 'OPERATOR') = (staff_id is not null))
);

create index conversation_entry_recent on conversation_entry (account_id, written_at);

grant select, insert, update (state, changed_at) on conversation to keepline_app;
grant select, insert on conversation_entry to keepline_app;
