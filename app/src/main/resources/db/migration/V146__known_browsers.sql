-- Browsers in which an address signed in before: strangers who guess must not lock their owner out. A digest of the address
-- and of the browser's cookie, so that the table tells nobody who signs in where.
create table known_browser (
    digest  text        primary key,
    used_at timestamptz not null
);

create index known_browser_old on known_browser (used_at);

grant select, insert, update (used_at), delete on known_browser to keepline_app;
