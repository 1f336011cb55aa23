-- When a renewal ended, so that the newest of all that are finished are found without reading all of them. A later look that
-- finds all well makes a renewed line a kept one: it ended when it was renewed.
alter table renewal add column ended_at timestamptz;

update renewal r
   set ended_at = coalesce((select min(h.at) from renewal_history h
                             where h.account_id = r.account_id and h.renewal_id = r.renewal_id
                               and (h.stage_name = r.stage_name
                                    or r.stage_name = 'Kept' and h.stage_name = 'Renewed')), r.changed_at)
 where stage_name in ('Renewed', 'NotCharged', 'Refunded', 'RefundFailed', 'Kept', 'Owed');

create index renewal_ended on renewal (ended_at desc, account_id, renewal_id) where ended_at is not null;

grant update (ended_at) on renewal to keepline_app;
