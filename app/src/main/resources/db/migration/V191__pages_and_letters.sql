-- The language that pages are shown in and the one that letters are written in are two choices. Letters follow the pages until
-- a person says otherwise.
alter table account_profile
    add column page_language text,
    add column letters_follow_pages boolean not null default true;

update account_profile set page_language = language where language_chosen;

alter table account_profile drop column language_chosen;

grant update (page_language, letters_follow_pages) on account_profile to keepline_app;
