# ./keepline backup and ./keepline restore: of the embedded PostgreSQL. One of the operator's own: deploy/postgresql/.
. "$LAUNCHER/headless.sh"

# read_backup_options COMMAND NAMES ARGUMENTS…: sets WORDS to name=value for each, and DATA.
read_backup_options() {
  local command=$1 names=$2 name value
  shift 2
  WORDS=() DATA=''
  while [ $# -gt 0 ]; do
    case $1 in
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
        [ $# -gt 1 ] || misused "$1 needs a value" "$command"
        name=$1 value=$2
        shift 2
        ;;
      *) misused "there is no option '$1'" "$command" ;;
    esac
    case " $names " in
      *" $name "*) ;;
      *) misused "there is no option '$name'" "$command" ;;
    esac
    if [ "$name" = --data ]; then DATA=$value; else WORDS+=("${name#--}=$value"); fi
  done
}

backup() {
  read_backup_options backup "--to --keep --data" "$@"
  case " ${WORDS[*]-} " in *" to="*) ;; *) misused "--to is missing" backup ;; esac
  headless backup --data "${DATA:-$ROOT/data}" ${WORDS[@]+"${WORDS[@]}"}
}

restore() {
  read_backup_options restore "--from --data --at --base" "$@"
  [ -n "$DATA" ] || misused "--data is missing" restore
  case " ${WORDS[*]-} " in *" from="*) ;; *) misused "--from is missing" restore ;; esac
  ready_to_run
  "$JAVA" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable -Xlog:all=error:stderr \
    -Dlogback.configurationFile=logback-quiet.xml -cp "$APP_CLASSPATH" \
    dev.keepline.database.backup.RestoreCommand "data=$DATA" "${WORDS[@]}" || exit $?
  say "Checking the books"
  (headless ledger verify own --data "$DATA") || exit $?
  say "It starts after: ./keepline restored --data $DATA"
}
