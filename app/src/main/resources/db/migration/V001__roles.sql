-- The application works as keepline_app, never as the owner of the tables: what a later migration does not grant to it
-- explicitly, it cannot do. The role cannot log in; the login that migrates becomes a member and each pooled connection
-- takes the role. Roles belong to the whole server, so the role may exist already, made for another database on it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'keepline_app') then
    begin
      create role keepline_app nologin nosuperuser nocreatedb nocreaterole noinherit;
    exception when duplicate_object or unique_violation then
      null; -- another database's migration made it in the meantime
    end;
  end if;
  -- Since 16 a login that makes a role is its administrator, but may not take it before granting it to itself.
  if not pg_has_role(current_user, 'keepline_app',
                     case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) then
    execute format('grant keepline_app to %I', current_user);
  end if;
end
$$;

revoke create on schema public from public;
grant usage on schema public to keepline_app;
