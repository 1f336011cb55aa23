-- Invitations to claim imported lines: booked under the operator's own account, beside the letters that carry them. Only a
-- digest of the token is kept, so that this table lets nobody claim anything.
create table line_invitation (
    account_id uuid        not null references account (account_id),
    token_hash text        not null,
    email      text        not null check (email = lower(email)),
    sent_at    timestamptz not null,
    expires_at timestamptz not null,
    used_by    uuid,
    used_at    timestamptz,
    primary key (account_id, token_hash),
    check ((used_by is null) = (used_at is null))
);

create index line_invitation_of on line_invitation (account_id, email) where used_at is null;

grant select, insert, update (expires_at, used_by, used_at) on line_invitation to keepline_app;
create index imported_line_claimed on imported_line (claimed_by) where claimed_by is not null;
