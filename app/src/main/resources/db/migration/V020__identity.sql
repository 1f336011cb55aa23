-- What is known of a customer, how they sign in, who works for the operator.
create table account_profile (
    account_id uuid not null references account (account_id),
    name       text not null,
    language   text not null,
    zone       text not null,
    primary key (account_id)
);

create table account_password (
    account_id uuid        not null references account (account_id),
    hash       text        not null,
    changed_at timestamptz not null,
    primary key (account_id)
);

create table staff_member (
    account_id uuid        not null references account (account_id),
    granted_at timestamptz not null,
    primary key (account_id)
);

-- The lookup from e-mail to account belongs to no account: it is read before anybody is known.
create table login (
    email      text        primary key check (email = lower(email)),
    account_id uuid        not null,
    created_at timestamptz not null
);

-- How often somebody tried to sign in, by what was tried and from where; survives a restart. The subject is a digest, so
-- that the table tells nobody which addresses were typed.
create table sign_in_tries (
    subject    text        primary key,
    tries      int         not null,
    last_at    timestamptz not null,
    wait_until timestamptz not null
);

create index sign_in_tries_old on sign_in_tries (last_at);

grant select, insert on account_profile, login to keepline_app;
grant update (name, language, zone) on account_profile to keepline_app;
grant select, insert, update (hash, changed_at) on account_password to keepline_app;
grant select, insert, delete on staff_member to keepline_app;
grant select, insert, update, delete on sign_in_tries to keepline_app;
