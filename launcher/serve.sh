# ./keepline serve: the application alone and as this very process, for service managers and containers.

serve() {
  local words=()
  DATA=$ROOT/data
  while [ $# -gt 0 ]; do
    case $1 in
      --*=*)
        set -- "${1%%=*}" "${1#*=}" "${@:2}"
        continue
        ;;
      --port | --data) [ $# -gt 1 ] && [ -n "$2" ] || misused "$1 needs a value" serve ;;
      *) misused "there is no option '$1'" serve ;;
    esac
    if [ "$1" = --port ]; then words+=("--server.port=$2"); else DATA=$2; fi
    shift 2
  done
  umask 077
  mkdir -p "$DATA" 2>/dev/null || fail "the data folder $DATA cannot be written" "Make it writable, or name another with --data."
  DATA=$(cd "$DATA" && pwd -P)
  ready_to_run
  choose_catalog "$DATA"
  java_options
  exec "$JAVA" "${JAVA_OPTIONS[@]}" -cp "$APP_CLASSPATH" dev.keepline.KeeplineApplication --keepline.data="$DATA" \
    "--spring.config.location=classpath:/application.properties,classpath:/serve.properties,optional:file:$DATA/keepline.properties" \
    ${words[@]+"${words[@]}"}
}
