-- What is erased when an account is deleted: everything that names somebody, except what bookkeeping has to keep.
grant delete on line_reading, line_refresh, line_elsewhere, conversation_entry, conversation, letter, reminder,
    reminder_choice, quote, imported_line, line_invitation to keepline_app;
grant update (terms) on renewal to keepline_app;
grant update (value) on line_import_problem to keepline_app;

create index line_invitation_used on line_invitation (used_by) where used_by is not null;

-- A letter that was refused needs no address any more, as one that has left does not.
update letter set recipient = '' where refused_at is not null;

-- The book of staff says that somebody searched, and whom they found: what was typed named people who may be gone by now.
update staff_action set reference = '' where action = 'customer.search';
