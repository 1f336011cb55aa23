-- What a line was before a stretch was bought: carriers take stretches back, and then it is that again.
alter table line_segment
    add column plan                text,
    add column plan_before         text,
    add column ends_before         timestamptz,
    add column ends_before_read_at timestamptz;

grant update (plan_before) on line_segment to keepline_app;

-- What is bought is named in the terms themselves; in those of before it is taken from their quotes.
update renewal r
   set terms = jsonb_set(r.terms, '{goods,offering}', q.body #> '{goods,offering}')
  from quote q
 where q.account_id = r.account_id
   and q.quote_id = (r.terms #>> '{subject,quote,value}')::uuid
   and q.body #> '{goods,offering}' is not null;
