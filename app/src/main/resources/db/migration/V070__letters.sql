-- E-mail on its way: its job is kept beside it. A letter that has left keeps no words.
create table letter (
    account_id  uuid        not null references account (account_id),
    key         text        not null,
    letter_id   uuid        not null default gen_random_uuid(),
    recipient   text        not null,
    language    text        not null,
    unsubscribe text,
    subject     text        not null,
    text        text        not null,
    html        text        not null,
    created_at  timestamptz not null,
    sent_at     timestamptz,
    refused_at  timestamptz,
    refusal     text,
    primary key (account_id, key)
);

comment on table letter is 'E-mail on its way; a letter that has left keeps no words.';

create index letter_waiting on letter (created_at) where sent_at is null and refused_at is null;

grant select, insert, update (unsubscribe, text, html, sent_at, refused_at, refusal) on letter to keepline_app;
