-- The page somebody wanted to see when they had to make an account, or a new password, first: the letter leads back there.
alter table account_request add column next text;

-- The language a line's holder is written to, where the operator's file says it.
alter table imported_line add column language text;
alter table line_import_row add column language text;
