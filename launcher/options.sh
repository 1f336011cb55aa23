# What ./keepline run can be told.

run_usage() {
  cat <<'TEXT'
./keepline run [options]

Starts PostgreSQL, the sandbox (stand-ins for the payment gateway and the carriers: no money and no line is real) and
the application, and ends all three on Ctrl-C.

  --port PORT        where the application listens (8080); the sandbox takes the two ports above it,
                     and the third is for metrics and health (this machine only)
  --data DIR         folder with everything that is kept (./data)
  --db-url URL       a PostgreSQL 15 or newer in place of the embedded one:
                     postgresql://user:password@host:5432/database
  --no-sandbox       real gateway and carriers, as set in DIR/keepline.properties; no demo data
  --public-url URL   how people reach this installation: the start of every link, return and callback address
                     (http://localhost:PORT)
  --help             this text
TEXT
}

bad_option() { fail "$1" "./keepline run --help lists the options."; }

# Sets PORT, SANDBOX_PORT, MAIL_PORT, DATA, DB_URL, SANDBOX and PUBLIC_URL.
read_run_options() {
  PORT=8080 DATA=$ROOT/data DB_URL=${KEEPLINE_DBURL:-} SANDBOX=true PUBLIC_URL=''
  while [ $# -gt 0 ]; do
    case $1 in
      --help | -h)
        run_usage
        exit 0
        ;;
      --no-sandbox)
        SANDBOX=false
        shift
        continue
        ;;
      --*=*)
        set -- "${1%%=*}" "${1#*=}" "${@:2}"
        continue
        ;;
      --port | --data | --db-url | --public-url)
        [ $# -gt 1 ] && [ -n "$2" ] || bad_option "$1 needs a value"
        ;;
      *) bad_option "there is no option '$1'" ;;
    esac
    case $1 in
      --port) PORT=$2 ;;
      --data) DATA=$2 ;;
      --db-url) DB_URL=$2 ;;
      --public-url) PUBLIC_URL=$2 ;;
    esac
    shift 2
  done
  case $PORT in '' | *[!0-9]*) bad_option "--port needs a number, not '$PORT'" ;; esac
  if [ "$PORT" -lt 1 ] || [ "$PORT" -gt 65532 ]; then bad_option "--port must lie between 1 and 65532"; fi
  SANDBOX_PORT=$((PORT + 1))
  MAIL_PORT=$((PORT + 2))
  PUBLIC_URL=${PUBLIC_URL:-http://localhost:$PORT}
}

# Where the application's settings come from; later ones win.
config_location() {
  printf '%s' "classpath:/application.properties,optional:file:$DATA/keepline.properties,optional:file:$DATA/run/settings.properties"
}
