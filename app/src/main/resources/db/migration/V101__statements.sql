-- A customer's movements, newest first, are read page by page.
create index journal_entry_newest on journal_entry (account_id, booked_at desc, entry_id desc);
