# Commands that need the database but no pages: beside a running application they use its database, else they start it.
. "$LAUNCHER/options.sh"

# headless NAME ARGUMENTS…; --data and --db-url may stand anywhere among them, --json only after doctor.
headless() {
  local words=() name=$1
  DATA=$ROOT/data DB_URL=${KEEPLINE_DBURL:-}
  while [ $# -gt 0 ]; do
    case $1 in
      --data | --db-url)
        [ $# -gt 1 ] || misused "$1 needs a value" "$name"
        if [ "$1" = --data ]; then DATA=$2; else DB_URL=$2; fi
        shift 2
        ;;
      --data=*)
        DATA=${1#*=}
        shift
        ;;
      --db-url=*)
        DB_URL=${1#*=}
        shift
        ;;
      --json)
        [ "$name" = doctor ] || misused "there is no option '$1'" "$name"
        words+=(json)
        shift
        ;;
      -*) misused "there is no option '$1'" "$name" ;;
      *)
        words+=("$1")
        shift
        ;;
    esac
  done
  ready_to_run
  [ -d "$DATA" ] || fail "there is no data folder $DATA" "Start Keepline once, or name its folder with --data."
  DATA=$(cd "$DATA" && pwd -P)
  choose_catalog "$DATA"
  if [ -n "$DB_URL" ]; then export KEEPLINE_DBURL=$DB_URL; fi
  exec "$JAVA" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$APP_CLASSPATH" dev.keepline.KeeplineApplication \
    "${words[@]}" --keepline.data="$DATA" "--spring.config.location=$(config_location)"
}
