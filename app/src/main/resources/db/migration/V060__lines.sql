-- Lines, what the carrier last said of them, and the stretches of validity that were bought.
create table line (
    account_id     uuid not null references account (account_id),
    line_id        uuid not null,
    carrier        text not null,
    label          text not null,
    msisdn         text,
    iccid          text,
    management     text not null check (management in ('MANAGED', 'TRACKED')),
    state          text not null,
    zip            text not null,
    zone           text not null,
    offering       text,
    stated_ends_on date,
    stated_at      timestamptz,
    created_at     timestamptz not null,
    primary key (account_id, line_id)
);

create table line_reading (
    account_id uuid not null references account (account_id),
    line_id    uuid not null,
    read_at    timestamptz not null,
    reading    jsonb not null,
    -- The last end of service the record named: a record that has run out names none any more.
    ends_at      timestamptz,
    ends_read_at timestamptz,
    primary key (account_id, line_id),
    foreign key (account_id, line_id) references line (account_id, line_id)
);

create table line_segment (
    account_id uuid not null references account (account_id),
    line_id    uuid not null,
    renewal_id uuid not null,
    segment    int not null check (segment > 0),
    ends_on    date,
    booked_at  timestamptz not null,
    revoked_at timestamptz,
    primary key (account_id, line_id, renewal_id),
    foreign key (account_id, line_id) references line (account_id, line_id)
);

-- I1: a stretch of a line belongs to one renewal.
create unique index line_segment_once on line_segment (account_id, line_id, segment) where revoked_at is null;

grant select, insert, update on line, line_reading to keepline_app;
grant select, insert, update (revoked_at) on line_segment to keepline_app;
