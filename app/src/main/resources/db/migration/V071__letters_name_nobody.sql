-- A letter that has left needs no address any more.
grant update (recipient) on letter to keepline_app;

-- Messages go with the account they were for.
grant delete on message to keepline_app;
