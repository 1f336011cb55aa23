-- Whether the database is migrated can be seen with the application's own rights.
grant select on flyway_schema_history to keepline_app;
