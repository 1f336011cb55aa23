-- What carriers sell, as imported from the files of the catalogue. These tables belong to no account: they are read
-- inside accounts' transactions and written outside them.
create table carrier (
    carrier_id text    primary key,
    name       text    not null,
    fictional  boolean not null
);

-- Every wording an offering ever had. Quotes and renewals refer to one, so none is changed or removed.
create table offering_version (
    offering_id text        not null,
    version     text        not null,
    carrier_id  text        not null references carrier (carrier_id),
    content     text        not null,
    imported_at timestamptz not null,
    primary key (offering_id, version)
);

-- Which wording counts now. Withdrawn is what its carrier's file no longer lists.
create table offering (
    offering_id  text    primary key,
    version      text    not null,
    position     integer not null,
    withdrawn_at timestamptz,
    foreign key (offering_id, version) references offering_version (offering_id, version)
);

create table catalog_import (
    carrier_id  text        not null references carrier (carrier_id),
    imported_at timestamptz not null,
    digest      text        not null,
    origin      text        not null check (origin in ('start', 'command')),
    primary key (carrier_id, imported_at, digest)
);

grant select, insert on carrier, offering_version, offering, catalog_import to keepline_app;
grant update (name, fictional) on carrier to keepline_app;
grant update (version, position, withdrawn_at) on offering to keepline_app;
