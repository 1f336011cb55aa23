-- Who holds a line is looked up by number and by profile, for imports and for staff that search.
create index line_held_number on line (msisdn) where management = 'MANAGED' and removed_at is null;
create index line_held_profile on line (iccid) where management = 'MANAGED' and removed_at is null;

-- Imported lines that nobody claimed and the operator took back. Whose they were is not kept: it is the operator's own record.
create table line_withdrawal (
    line_id      uuid        primary key,
    reference    text        not null,
    import_id    uuid        not null references line_import (import_id),
    reason       text        not null check (reason <> ''),
    withdrawn_by uuid        not null,
    withdrawn_at timestamptz not null
);

create index line_withdrawal_of on line_withdrawal (import_id, withdrawn_at desc);
create index imported_line_of on imported_line (import_id, reference);

grant select, insert on line_withdrawal to keepline_app;
grant delete on imported_line to keepline_app;
