-- Each time this database was restored from a backup. Until one is settled the application does not start: gateways and
-- carriers remember what these books have forgotten, and that is looked for first.
create table restoration (
    restored_at    timestamptz primary key,
    last_commit_at timestamptz not null,
    asked_for      timestamptz,
    settled_at     timestamptz
);

-- What others have on record and these books lost with a restore. It explains the difference for good; what is to be done
-- about it stands in the case that was opened.
create table restoration_loss (
    counterpart text        not null,
    reference   text        not null,
    restored_at timestamptz not null references restoration (restored_at),
    text        text        not null,
    primary key (counterpart, reference)
);

grant select, insert, update (settled_at) on restoration to keepline_app;
grant select, insert on restoration_loss to keepline_app;
