-- Where an account reads its mail: the address it signs in with, kept beside the account so that letters need no search.
alter table account_profile add column email text check (email = lower(email));

update account_profile p set email = l.email from login l where l.account_id = p.account_id;

grant update (email) on account_profile to keepline_app;

-- A link sent by e-mail. Only a digest of its secret is kept: whoever reads this table cannot follow one. Links to make an
-- account belong to nobody yet and stand under the operator's own.
create table account_link (
    account_id uuid        not null references account (account_id),
    digest     text        not null,
    purpose    text        not null,
    email      text        not null,
    language   text        not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    primary key (account_id, digest)
);

-- What somebody asked for with an e-mail address, until a worker has looked whether there is such an account: so that who
-- asks learns nothing, not even from the time the answer takes.
create table account_request (
    account_id uuid        not null references account (account_id),
    request_id uuid        not null,
    purpose    text        not null,
    email      text        not null,
    language   text        not null,
    asked_at   timestamptz not null,
    primary key (account_id, request_id)
);

grant select, insert, update (used_at), delete on account_link to keepline_app;
grant select, insert, delete on account_request to keepline_app;
