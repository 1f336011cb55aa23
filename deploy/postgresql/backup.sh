#!/usr/bin/env bash
# Backs up a PostgreSQL of yours with its own tools: backup.sh DIR. Who and where is said as for any of them: PGHOST, PGPORT,
# PGUSER (a login with REPLICATION), PGPASSFILE. The result restores to its own end, and to any later time when the server
# keeps its log (archive_mode, archive_command: a superuser's, and a restart).
set -eu
umask 077
[ $# -eq 1 ] || { echo "backup.sh DIR" >&2; exit 2; }
# Distributions put some of these tools beside the server and not on PATH.
for folder in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin; do
  [ ! -d "$folder" ] || PATH=$PATH:$folder
done
for tool in pg_basebackup pg_verifybackup psql; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: install the client of your PostgreSQL, or put it on PATH" >&2; exit 2; }
done
name=$1/$(date -u +%Y%m%dT%H%M%SZ)
mkdir -p "$1"
[ ! -e "$name" ] || { echo "$name is there already" >&2; exit 1; }
trap 'rm -rf "$name.part"' EXIT
pg_basebackup --pgdata="$name.part" --format=plain --wal-method=stream --checkpoint=fast --no-password
# Every file against the manifest the server wrote, and whether the log it needs is complete.
pg_verifybackup --quiet "$name.part" || { echo "the backup is not sound; nothing was kept" >&2; exit 1; }
mv "$name.part" "$name"
echo "Backed up: $name"
mode=$(psql --dbname="${PGDATABASE:-postgres}" --no-password --tuples-only --no-align --command='show archive_mode')
[ "$mode" != off ] || echo "The server keeps no log (archive_mode is off): later times cannot be restored." >&2
