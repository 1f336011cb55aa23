-- The operator's own books: what belongs to no customer, such as money paid into a float, is booked under this account.
insert into account (account_id, created_at) values ('00000000-0000-0000-0000-000000000000', now());

create table journal_entry (
    account_id  uuid        not null references account (account_id),
    entry_id    uuid        not null default gen_random_uuid(),
    template    text        not null,
    reference   text        not null,
    renewal_id  uuid,
    booked_at   timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (account_id, entry_id),
    constraint a_fact_is_booked_once unique (account_id, template, reference)
);

comment on column journal_entry.booked_at is 'When the fact happened; recorded_at is when we wrote it down.';

-- Zero-sum by construction: each row takes from one account what it gives to another.
create table transfer (
    account_id   uuid   not null references account (account_id),
    entry_id     uuid   not null,
    n            bigint not null,
    debit        text   not null,
    credit       text   not null,
    amount_minor bigint not null check (amount_minor > 0),
    currency     text   not null check (currency ~ '^[A-Z]{3}$'),
    primary key (account_id, entry_id, n),
    foreign key (account_id, entry_id) references journal_entry (account_id, entry_id),
    check (debit <> credit)
);

-- Only what must never fall below zero has a balance of its own; it is proven equal to the transfers.
create table customer_balance (
    account_id    uuid   not null references account (account_id),
    code          text   not null check (code in ('customer.hold', 'customer.wallet')),
    currency      text   not null,
    balance_minor bigint not null,
    primary key (account_id, code, currency),
    constraint a_balance_is_never_below_zero check (balance_minor >= 0)
);

-- Append-only: the application may add to the journal and read it, nothing else.
grant select, insert on journal_entry, transfer to keepline_app;
grant select, insert, update (balance_minor) on customer_balance to keepline_app;
