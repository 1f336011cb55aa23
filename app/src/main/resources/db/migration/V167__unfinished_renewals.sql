-- All of an account's renewals that are not over, however many were begun since: the stages are those of Stage.unfinished.
create index renewal_unfinished on renewal (account_id, created_at desc)
    where stage_name not in ('Renewed', 'NotCharged', 'Refunded', 'RefundFailed', 'Kept', 'Owed');
-- The newest of one line, for its page.
create index renewal_of_line on renewal (account_id, line_id, created_at desc);
