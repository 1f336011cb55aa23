-- Given back outside the gateway, whose refund had failed: over, and its stretch is free. Each index names the same stages as
-- Stage.occupies, Stage.underWay and Stage.unfinished.
drop index renewal_once;
create unique index renewal_once on renewal (account_id, line_id, segment)
    where stage_name not in ('NotCharged', 'Refunded', 'RefundFailed', 'Returned');

drop index renewal_under_way;
create unique index renewal_under_way on renewal (account_id, line_id)
    where stage_name not in
          ('Renewed', 'Refunding', 'RefundFailed', 'Returned', 'Kept', 'Owed', 'NotCharged', 'Refunded');

drop index renewal_unfinished;
create index renewal_unfinished on renewal (account_id, created_at desc)
    where stage_name not in ('Renewed', 'NotCharged', 'Refunded', 'RefundFailed', 'Returned', 'Kept', 'Owed');

drop index renewal_over;
create index renewal_over on renewal (changed_at desc)
    where stage_name in ('Renewed', 'NotCharged', 'Refunded', 'RefundFailed', 'Returned', 'Kept', 'Owed');
