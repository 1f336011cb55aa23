-- Events of payment gateways, each once. What they concern is asked at the gateway: nothing of their content is kept.
create table payment_inbox (
    account_id  uuid        not null references account (account_id),
    gateway     text        not null,
    event_id    text        not null,
    type        text        not null,
    job_kind    text        not null,
    job_key     text        not null,
    received_at timestamptz not null,
    primary key (account_id, gateway, event_id),
    unique (gateway, event_id)
);

-- Signed by the gateway and none of ours: another installation's, or about something that belongs to no account.
create table payment_inbox_foreign (
    gateway     text        not null,
    event_id    text        not null,
    type        text        not null,
    received_at timestamptz not null,
    primary key (gateway, event_id)
);

grant select, insert on payment_inbox, payment_inbox_foreign to keepline_app;
