-- What gateway and connector answered last to each question and command of a renewal: for the people who look into one.
create table outside_answer (
    account_id uuid        not null references account (account_id),
    renewal_id uuid        not null,
    question   text        not null,
    outcome    text        not null check (outcome in ('DONE', 'ACCEPTED', 'REFUSED', 'NOT_DONE', 'UNKNOWN')),
    said       text        not null,
    reference  text        not null,
    at         timestamptz not null,
    primary key (account_id, renewal_id, question),
    foreign key (account_id, renewal_id) references renewal (account_id, renewal_id)
);

create index outside_answer_reference on outside_answer (reference) where reference <> '';
create index renewal_by_id on renewal (renewal_id);
create index renewal_over on renewal (changed_at desc)
    where stage_name in ('Renewed', 'NotCharged', 'Refunded', 'RefundFailed', 'Kept', 'Owed');

grant select, insert, update (outcome, said, reference, at) on outside_answer to keepline_app;
