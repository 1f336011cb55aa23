-- What each person of the operator was told by e-mail: a case once, a question once per time that somebody wrote. The
-- account is the one of staff; a matter is the id of a case or of what was written.
create table staff_digest (
    account_id uuid        not null references account (account_id),
    matter_id  uuid        not null,
    sent_at    timestamptz not null,
    primary key (account_id, matter_id)
);

create index staff_digest_last on staff_digest (account_id, sent_at);

grant select, insert, delete on staff_digest to keepline_app;
