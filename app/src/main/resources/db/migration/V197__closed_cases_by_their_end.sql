-- The cases that ended last are listed on the console.
create index support_case_closed on support_case (closed_at desc) where closed_at is not null;
