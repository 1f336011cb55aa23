-- Files of lines that the operator uploaded: who, when, what became of it. Kept for ever: the audit of imports.
create table line_import (
    import_id   uuid        primary key,
    file_name   text        not null,
    sha256      text        not null,
    bytes       bigint      not null,
    row_count   integer     not null,
    problems    integer     not null,
    uploaded_by uuid        not null,
    uploaded_at timestamptz not null,
    imported_by uuid,
    imported_at timestamptz,
    fresh       integer,
    changed     integer,
    unchanged   integer,
    claimed     integer,
    check ((imported_at is null) = (imported_by is null))
);

create index line_import_newest on line_import (uploaded_at desc);
create index line_import_same on line_import (sha256) where imported_at is not null;

-- The rows of a file that were checked and not imported yet; gone once they are, or after a day.
create table line_import_row (
    import_id    uuid    not null,
    line_no      integer not null,
    reference    text    not null,
    email        text    not null,
    msisdn       text,
    iccid        text,
    carrier      text    not null,
    offering     text,
    label        text    not null,
    state        text    not null,
    zip          text    not null,
    zone         text    not null,
    told_ends_on date,
    primary key (import_id, line_no)
);

-- What is wrong with a file, the first of it.
create table line_import_problem (
    import_id uuid    not null,
    n         integer not null,
    line_no   integer not null,
    field     text    not null,
    code      text    not null,
    value     text    not null,
    primary key (import_id, n)
);

-- The operator's lines as last imported, before and after somebody claimed them. Nobody sees one who did not claim it.
create table imported_line (
    line_id      uuid        primary key,
    reference    text        not null unique,
    email        text        not null check (email = lower(email)),
    msisdn       text,
    iccid        text,
    carrier      text        not null,
    offering     text,
    label        text        not null,
    state        text        not null,
    zip          text        not null,
    zone         text        not null,
    told_ends_on date,
    told_at      timestamptz,
    import_id    uuid        not null references line_import (import_id),
    imported_at  timestamptz not null,
    claimed_by   uuid,
    claimed_at   timestamptz,
    check ((claimed_by is null) = (claimed_at is null))
);

create unique index imported_line_profile on imported_line (iccid) where iccid is not null;
create unique index imported_line_number on imported_line (msisdn) where msisdn is not null;
create index imported_line_waiting on imported_line (email) where claimed_at is null;

grant select, insert on line_import, line_import_problem to keepline_app;
grant update (row_count, problems, imported_by, imported_at, fresh, changed, unchanged, claimed) on line_import to keepline_app;
grant select, insert, delete on line_import_row to keepline_app;
grant select, insert, update on imported_line to keepline_app;
