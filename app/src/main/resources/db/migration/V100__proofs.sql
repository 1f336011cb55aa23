-- What a proof of renewal says, word for word as it was first given out, so that whoever checks the paper later reads what
-- stands on the paper.
create table renewal_proof (
    account_id uuid        not null references account (account_id),
    renewal_id uuid        not null,
    code       text        not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
    body       jsonb       not null,
    issued_at  timestamptz not null,
    primary key (account_id, renewal_id),
    foreign key (account_id, renewal_id) references renewal (account_id, renewal_id)
);

-- The lookup from code to proof belongs to no account: whoever holds the paper is nobody we know. A code counts only when
-- the proof it leads to bears it.
create table proof_code (
    code       text primary key,
    account_id uuid not null,
    renewal_id uuid not null
);

grant select, insert on renewal_proof, proof_code to keepline_app;

-- By what was paid, for people: brand and last four digits. Kept beside the stage, since what comes after the hold knows
-- the payment only by the gateway's name for it.
alter table renewal add column paid_with text;
grant update (paid_with) on renewal to keepline_app;
