-- Durable work. A row stays when its work is done (due_at null): its fence must never start again from zero, or a worker
-- that was paused since before could pass for the present one.
create table job (
  account_id     uuid        not null references account (account_id),
  kind           text        not null,
  key            text        not null,
  due_at         timestamptz,
  leased_until   timestamptz not null default '-infinity',
  fence          bigint      not null default 0,
  wakes          bigint      not null default 0,
  attempts       bigint      not null default 0, -- claims since the last good end: those a crash cut short count too
  last_error     text,
  quarantined_at timestamptz,
  primary key (account_id, kind, key)
);

comment on table job is 'Leased work: claimed by one worker at a time, fenced, retried, quarantined.';

-- All that is due is found here; what rests or is quarantined costs the claim nothing.
create index job_due on job (kind, due_at) where due_at is not null and quarantined_at is null;
create index job_quarantined on job (quarantined_at) where quarantined_at is not null;

grant select, insert, update on job to keepline_app;
