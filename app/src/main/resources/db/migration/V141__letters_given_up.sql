-- Letters that were given up are shown to staff, newest first.
create index letter_refused on letter (refused_at desc) where refused_at is not null;
