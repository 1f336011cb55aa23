-- What a person of the operator has to look at. A closed case stays, with how it ended.
create table support_case (
    account_id uuid        not null references account (account_id),
    case_id    uuid        not null default gen_random_uuid(),
    renewal_id uuid,
    kind       text        not null,
    facts      text        not null,
    opened_at  timestamptz not null,
    owner      text        not null default 'operator',
    closed_at  timestamptz,
    resolution text,
    primary key (account_id, case_id),
    check ((closed_at is null) = (resolution is null))
);

-- While one is open, the same matter opens no second.
create unique index support_case_once on support_case (account_id, renewal_id, kind) nulls not distinct
    where closed_at is null;

create index support_case_open on support_case (opened_at) where closed_at is null;

grant select, insert, update (owner, closed_at, resolution) on support_case to keepline_app;
