-- A refund has a number, since the one before may have come back.
update renewal set stage = stage || '{"attempt": 1}' where stage_name in ('Refunded', 'RefundFailed');

-- I1. What was taken back leaves its stretch to the next renewal, also while the money is still owed.
drop index renewal_once;
create unique index renewal_once on renewal (account_id, line_id, segment)
    where stage_name not in ('NotCharged', 'Refunded', 'RefundFailed');
