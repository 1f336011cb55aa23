-- Whether the person switched to this language. Without that pages follow the browser; letters go out in it all the same.
alter table account_profile add column language_chosen boolean not null default false;

grant update (language_chosen) on account_profile to keepline_app;
