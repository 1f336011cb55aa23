-- Which reminders went out: each once, and of a line one a day.
create table reminder (
    account_id uuid        not null references account (account_id),
    line_id    uuid        not null,
    kind       text        not null check (kind in ('SERVICE', 'NUMBER')),
    last_day   date        not null,
    step       int         not null check (step >= 0),
    sent_on    date        not null,
    sent_at    timestamptz not null,
    primary key (account_id, line_id, kind, last_day, step),
    constraint one_reminder_a_day unique (account_id, line_id, sent_on)
);

-- Which kinds an account wants; without a row it wants them. The token ends a kind from a letter, without signing in.
create table reminder_choice (
    account_id uuid        not null references account (account_id),
    kind       text        not null check (kind in ('SERVICE', 'NUMBER')),
    wanted     boolean     not null default true,
    token      uuid        not null default gen_random_uuid(),
    changed_at timestamptz not null,
    primary key (account_id, kind)
);

create unique index reminder_choice_token on reminder_choice (token);

grant select, insert on reminder to keepline_app;
grant select, insert, update (wanted, changed_at) on reminder_choice to keepline_app;
