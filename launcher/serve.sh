# ./keepline serve: the application alone and as this very process, for service managers and containers.

serve_usage() {
  cat <<'TEXT'
./keepline serve [options]

Runs the application in the foreground, without the sandbox, as the process that was started: for systemd, containers
and other supervisors. Settings are in DIR/keepline.properties (docs/settings.md lists them); SIGTERM ends it in order.

  --port PORT        where it listens (server.port in keepline.properties, else 8080)
  --data DIR         folder with settings and everything that is kept (./data)
  --help             this text
TEXT
}

serve() {
  local words=()
  DATA=$ROOT/data
  while [ $# -gt 0 ]; do
    case $1 in
      --help | -h)
        serve_usage
        exit 0
        ;;
      --*=*)
        set -- "${1%%=*}" "${1#*=}" "${@:2}"
        continue
        ;;
      --port | --data) [ $# -gt 1 ] && [ -n "$2" ] || fail "$1 needs a value" "./keepline serve --help lists the options." ;;
      *) fail "there is no option '$1'" "./keepline serve --help lists the options." ;;
    esac
    if [ "$1" = --port ]; then words+=("--server.port=$2"); else DATA=$2; fi
    shift 2
  done
  umask 077
  mkdir -p "$DATA" 2>/dev/null || fail "the data folder $DATA cannot be written" "Make it writable, or name another with --data."
  DATA=$(cd "$DATA" && pwd -P)
  ready_to_run
  java_options
  exec "$JAVA" "${JAVA_OPTIONS[@]}" -cp "$APP_CLASSPATH" dev.keepline.KeeplineApplication --keepline.data="$DATA" \
    "--spring.config.location=classpath:/application.properties,classpath:/serve.properties,optional:file:$DATA/keepline.properties" \
    ${words[@]+"${words[@]}"}
}
