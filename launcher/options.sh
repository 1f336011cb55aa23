# What ./keepline run can be told.

bad_option() { misused "$1" run; }

# Sets PORT, SANDBOX_PORT, MAIL_PORT, LISTEN, DATA, DB_URL, SANDBOX and PUBLIC_URL. What Spring would take from the
# environment must not part the application from the sandbox, so only options count.
read_run_options() {
  PORT=8080 DATA=$ROOT/data DB_URL=${KEEPLINE_DBURL:-} SANDBOX=true PUBLIC_URL='' LISTEN=''
  unset SERVER_PORT SERVER_ADDRESS
  while [ $# -gt 0 ]; do
    case $1 in
      --no-sandbox)
        SANDBOX=false
        shift
        continue
        ;;
      --*=*)
        set -- "${1%%=*}" "${1#*=}" "${@:2}"
        continue
        ;;
      --port | --listen | --data | --db-url | --public-url)
        [ $# -gt 1 ] && [ -n "$2" ] || bad_option "$1 needs a value"
        ;;
      *) bad_option "there is no option '$1'" ;;
    esac
    case $1 in
      --port) PORT=$2 ;;
      --listen) LISTEN=$2 ;;
      --data) DATA=$2 ;;
      --db-url) DB_URL=$2 ;;
      --public-url) PUBLIC_URL=$2 ;;
    esac
    shift 2
  done
  case $PORT in '' | *[!0-9]*) bad_option "--port needs a number, not '$PORT'" ;; esac
  if [ "$PORT" -lt 1 ] || [ "$PORT" -gt 65532 ]; then bad_option "--port must lie between 1 and 65532"; fi
  case $LISTEN in *[!0-9a-fA-F.:]*) bad_option "--listen needs an address such as 0.0.0.0, not '$LISTEN'" ;; esac
  # Its passwords stand in the README, so with the sandbox it is for this machine, as sandbox and metrics are.
  if [ "$SANDBOX" = true ]; then LISTEN=${LISTEN:-127.0.0.1}; fi
  SANDBOX_PORT=$((PORT + 1))
  MAIL_PORT=$((PORT + 2))
  PUBLIC_URL=${PUBLIC_URL:-http://localhost:$PORT}
}

# Where the application's settings come from; later ones win.
config_location() {
  printf '%s' "classpath:/application.properties,optional:file:$DATA/keepline.properties,optional:file:$DATA/run/settings.properties"
}
