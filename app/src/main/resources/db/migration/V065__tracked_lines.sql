-- Lines that subscribers keep track of themselves. A removed line stays: renewals, bills and messages refer to it.
alter table line add column removed_at timestamptz;
-- What the operator said of the end of service, as in an import: not the subscriber's own word.
alter table line add column told_ends_on date;
alter table line add column told_at timestamptz;

-- Typed twice, a number is one line.
create unique index line_tracked_once on line (account_id, msisdn)
    where management = 'TRACKED' and removed_at is null;

-- "I renewed it elsewhere", as the subscriber said it: appended, never changed.
create table line_elsewhere (
    account_id   uuid        not null references account (account_id),
    elsewhere_id uuid        not null default gen_random_uuid(),
    line_id      uuid        not null,
    renewed_on   date        not null,
    amount_minor bigint      check (amount_minor > 0),
    offering     text,
    ends_on      date        not null,
    by_rule      boolean     not null,
    noted_at     timestamptz not null,
    primary key (account_id, elsewhere_id),
    foreign key (account_id, line_id) references line (account_id, line_id)
);

create index line_elsewhere_of_line on line_elsewhere (account_id, line_id, noted_at desc);

-- How often an account had a number's carrier looked up: which number is not kept.
create table carrier_lookup (
    account_id uuid        not null references account (account_id),
    lookup_id  uuid        not null default gen_random_uuid(),
    asked_at   timestamptz not null,
    primary key (account_id, lookup_id)
);

grant select, insert on line_elsewhere to keepline_app;
grant select, insert, delete on carrier_lookup to keepline_app;
