-- Under which number the log tells of it: of the request that made the work necessary, and of what was done for it.
alter table job add column trace text check (trace ~ '^[0-9a-f]{32}$');
alter table renewal_history add column trace text check (trace ~ '^[0-9a-f]{32}$');
alter table outside_call add column trace text check (trace ~ '^[0-9a-f]{32}$');
