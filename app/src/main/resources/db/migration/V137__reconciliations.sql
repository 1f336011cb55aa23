-- What each comparison of our books with others' records came to, for the people who answer for them.
create table reconciliation (
    account_id  uuid        not null references account (account_id),
    run_id      uuid        not null default gen_random_uuid(),
    at          timestamptz not null,
    days        int         not null,
    accounts    bigint      not null,
    differences int         not null,
    explained   int         not null,
    uncompared  int         not null,
    report      text        not null,
    primary key (account_id, run_id)
);

create index reconciliation_newest on reconciliation (at desc);

grant select, insert on reconciliation to keepline_app;
