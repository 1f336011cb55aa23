# ./keepline backup and ./keepline restore: of the embedded PostgreSQL. One of the operator's own: deploy/postgresql/.
. "$LAUNCHER/headless.sh"

backup_usage() {
  cat <<'TEXT'
./keepline backup --to DIR [options]

Copies the database while it works, restores the copy on trial, and has the server keep every finished piece of its log
in DIR from then on: what DIR holds can be restored to any time since its oldest backup. It works beside a running
Keepline and without one. DIR should lie on another disk; only its owner can read it, and it is not encrypted.

  --to DIR      where backups are kept; made when it is missing, and for one installation only
  --keep N      drop all but the N newest backups, and the log before them
  --untried     do not restore it on trial (needs as much room as the database for a moment)
  --data DIR    folder of the installation (./data)
  --help        this text
TEXT
}

restore_usage() {
  cat <<'TEXT'
./keepline restore --from DIR --data DIR [options]

Makes a new installation's folder out of a backup and the log after it, checks its books, and says how far they go.
Before it can start, ./keepline restored has to ask gateways and carriers what the books have forgotten:
docs/runbooks/restore.md.

  --from DIR    what ./keepline backup --to was given
  --data DIR    a new folder; it may hold keepline.properties and nothing else
  --at TIME     what was committed by then, as 2026-11-29T09:30:00Z; without it everything there is
  --base NAME   start from this backup, not from the newest that will do
  --help        this text
TEXT
}

# read_backup_options COMMAND NAMES ARGUMENTS…: sets WORDS to name=value for each, and DATA.
read_backup_options() {
  local command=$1 names=$2 name value
  shift 2
  WORDS=() DATA=''
  while [ $# -gt 0 ]; do
    case $1 in
      --help | -h)
        "${command}_usage"
        exit 0
        ;;
      --untried)
        WORDS+=(untried)
        shift
        continue
        ;;
      --*=*)
        name=${1%%=*} value=${1#*=}
        shift
        ;;
      --*)
        [ $# -gt 1 ] || fail "$1 needs a value" "./keepline $command --help lists the options."
        name=$1 value=$2
        shift 2
        ;;
      *) fail "there is no option '$1'" "./keepline $command --help lists the options." ;;
    esac
    case " $names " in
      *" $name "*) ;;
      *) fail "there is no option '$name'" "./keepline $command --help lists the options." ;;
    esac
    if [ "$name" = --data ]; then DATA=$value; else WORDS+=("${name#--}=$value"); fi
  done
}

backup() {
  read_backup_options backup "--to --keep --data" "$@"
  case " ${WORDS[*]-} " in *" to="*) ;; *) fail "--to is missing" "./keepline backup --help lists the options." ;; esac
  headless backup --data "${DATA:-$ROOT/data}" ${WORDS[@]+"${WORDS[@]}"}
}

restore() {
  read_backup_options restore "--from --data --at --base" "$@"
  [ -n "$DATA" ] || fail "--data is missing" "./keepline restore --help lists the options."
  case " ${WORDS[*]-} " in *" from="*) ;; *) fail "--from is missing" "./keepline restore --help lists the options." ;; esac
  ready_to_run
  "$JAVA" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable -Xlog:all=error:stderr \
    -cp "$APP_CLASSPATH" dev.keepline.database.backup.RestoreCommand "data=$DATA" "${WORDS[@]}" || exit $?
  say "Checking the books"
  (headless ledger verify own --data "$DATA") || exit $?
  say "It starts after: ./keepline restored --data $DATA"
}
