-- I1, I5: of all renewals of a line one at most may still change the line's record. Two orders at once could be proven by
-- the same top-up, whatever stretches they are for.
create unique index renewal_under_way on renewal (account_id, line_id)
    where stage_name not in ('Renewed', 'Refunding', 'RefundFailed', 'Kept', 'Owed', 'NotCharged', 'Refunded');
