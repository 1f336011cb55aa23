-- The unit by which everything is stored, locked and one day sharded. Every subscriber table refers to it and leads its
-- primary key with it; what is known of the customer stands in identity's own tables.
create table account (
    account_id uuid        primary key,
    created_at timestamptz not null
);

grant select, insert on account to keepline_app;
