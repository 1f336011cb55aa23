-- The SIM profile of a tracked line as its subscriber wrote it down: a note. Nobody is asked by it and nothing is ordered for
-- it, since a number that anybody can type must open nobody's record.
alter table line add column noted_iccid text check (noted_iccid ~ '^89[0-9]{17,18}$');
