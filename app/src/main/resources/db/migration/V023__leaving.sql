-- An address that was given up stays kept for the account for a while: its owner can take it back, and nobody else gets it.
alter table login add column kept_until timestamptz;

create index login_of on login (account_id);

grant update (kept_until), delete on login to keepline_app;

-- What is erased when an account is deleted; the messages to it are granted where they are made.
grant delete on account_profile, account_password to keepline_app;
