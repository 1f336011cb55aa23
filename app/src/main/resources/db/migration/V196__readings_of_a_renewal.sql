-- The carrier's record before and after the order, as they were acted on, and what spoke against it: {before, after, finding}.
-- The stage forgets them when it ends badly, which is when somebody asks. Renewals from before this have none.
alter table renewal add column records jsonb;

grant update (records) on renewal to keepline_app;
