-- The last few passwords of an account, as digests: who takes an account back must not choose one that a thief may know.
alter table account_password add column former text[] not null default '{}';

grant update (former) on account_password to keepline_app;
