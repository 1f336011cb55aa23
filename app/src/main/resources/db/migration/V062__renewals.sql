-- Renewals: what was agreed never changes, where each stands does.
create table renewal (
    account_id uuid        not null references account (account_id),
    renewal_id uuid        not null,
    line_id    uuid        not null,
    segment    int         not null check (segment > 0),
    terms      jsonb       not null,
    stage_name text        not null,
    stage      jsonb       not null,
    version    bigint      not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (account_id, renewal_id),
    foreign key (account_id, line_id) references line (account_id, line_id)
);

-- I1: of all renewals of a stretch of a line, one at most is running or has delivered.
create unique index renewal_once on renewal (account_id, line_id, segment)
    where stage_name not in ('NotCharged', 'Refunded');

create index renewal_recent on renewal (account_id, created_at desc);

create table renewal_history (
    account_id uuid        not null references account (account_id),
    renewal_id uuid        not null,
    version    bigint      not null,
    stage_name text        not null,
    cause      text        not null,
    at         timestamptz not null,
    primary key (account_id, renewal_id, version),
    foreign key (account_id, renewal_id) references renewal (account_id, renewal_id)
);

-- Every outside command, committed before it is sent. Its id is unique for ever, whoever sends it.
create table outside_call (
    account_id uuid        not null references account (account_id),
    request_id text        not null,
    renewal_id uuid        not null,
    command    text        not null,
    sends      int         not null default 1,
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    primary key (account_id, request_id),
    foreign key (account_id, renewal_id) references renewal (account_id, renewal_id)
);

create unique index outside_call_id on outside_call (request_id);

grant select, insert, update (stage_name, stage, version, changed_at) on renewal to keepline_app;
grant select, insert on renewal_history to keepline_app;
grant select, insert, update (sends, last_at) on outside_call to keepline_app;
