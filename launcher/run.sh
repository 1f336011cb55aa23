# ./keepline run: one supervising process over the application (which runs the database) and the sandbox.
. "$LAUNCHER/options.sh"
. "$LAUNCHER/processes.sh"

run() {
  read_run_options "$@"
  open_data_folder
  end_leftovers
  check_ports
  warn_of_the_network
  ready_to_run
  trap 'stop_all "Stopping" later; exit 130' INT
  trap 'stop_all "Stopping"; exit 143' TERM
  trap 'stop_all "Stopping" later; exit 143' HUP
  APP_PID='' SANDBOX_PID=''
  if [ "$SANDBOX" = true ]; then start_sandbox; fi
  start_application
  supervise
}

# Everything in it is for our eyes only, whatever the umask of who starts us: settings hold secrets, logs name things.
open_data_folder() {
  umask 077
  mkdir -p "$DATA/run" "$DATA/logs" "$DATA/secrets" 2>/dev/null && : >"$DATA/run/writable" 2>/dev/null || {
    if [ -d "$DATA" ] && [ -w "$DATA" ]; then
      fail "cannot write in the data folder $DATA (is the disk full?)" "Make room, or name another folder with --data."
    fi
    fail "the data folder $DATA cannot be written" "Make it writable, or name another with --data."
  }
  chmod 700 "$DATA" "$DATA/run" "$DATA/logs" "$DATA/secrets"
  DATA=$(cd "$DATA" && pwd -P)
  take_lock
}

# The lock holds our pid. It is made whole or not at all (noclobber), and a dead holder's is set aside first.
take_lock() {
  local lock=$DATA/run/launcher.pid holder
  if ! (set -C && echo $$ >"$lock") 2>/dev/null; then
    holder=$(cat "$lock" 2>/dev/null)
    if [ "$holder" != "$$" ] && is_ours "$holder" keepline; then
      fail "the data folder $DATA is in use by another Keepline (process $holder)" \
        "Stop that one, or name another folder with --data."
    fi
    mv "$lock" "$lock.stale.$$" 2>/dev/null && rm -f "$lock.stale.$$"
    (set -C && echo $$ >"$lock") 2>/dev/null || fail "another Keepline starts on $DATA at this moment" "Wait for that one."
  fi
  trap 'rm -f "$DATA/run/launcher.pid"' EXIT
}

# What a killed launcher left running; only processes that were started for this very folder.
end_leftovers() {
  local name pid
  for name in app sandbox; do
    pid=$(cat "$DATA/run/$name.pid" 2>/dev/null)
    if is_ours "$pid" "launch.folder=$DATA/run"; then
      say "Stopping what an earlier run left behind ($name, process $pid)"
      end "$name" "$pid" 30
    fi
    rm -f "$DATA/run/$name.pid"
  done
}

check_ports() {
  if is_port_taken "$PORT"; then
    fail "port $PORT is taken" "Stop what uses it, or name another with --port."
  fi
  if [ "$SANDBOX" = true ] && is_port_taken "$SANDBOX_PORT"; then
    fail "port $SANDBOX_PORT, for the sandbox (always one above --port), is taken" \
      "Stop what uses it, or name another with --port."
  fi
  if [ "$SANDBOX" = true ] && is_port_taken "$MAIL_PORT"; then
    fail "port $MAIL_PORT, for the sandbox's mail (always two above --port), is taken" \
      "Stop what uses it, or name another with --port."
  fi
}

warn_of_the_network() {
  case $SANDBOX$LISTEN in
    true127.* | true::1 | false*) ;;
    *) say "Everybody who reaches $LISTEN can open this demonstration: its passwords are published. Paying stays on this machine." ;;
  esac
}

# secret NAME: made up at the first use, kept in the data folder.
secret() {
  local file=$DATA/secrets/$1
  if [ ! -s "$file" ]; then
    (umask 077 && od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$file") || fail "cannot write $file" "Make room in $DATA."
  fi
  cat "$file"
}

# spawn PIDFILE LOG COMMAND…: in a process group of its own, so that Ctrl-C reaches only us and we end things in order.
# An empty LOG leaves the output at the terminal.
spawn() {
  local pidfile=$1 log=$2
  shift 2
  set -m
  if [ -n "$log" ]; then
    "$@" </dev/null >>"$log" 2>&1 &
  else
    "$@" </dev/null &
  fi
  SPAWNED=$!
  set +m
  echo "$SPAWNED" >"$pidfile"
}

start_sandbox() {
  spawn "$DATA/run/sandbox.pid" "$DATA/logs/sandbox.log" "$JAVA" -Dlaunch.folder="$DATA/run" -Xmx256m -XX:+UseSerialGC \
    -XX:TieredStopAtLevel=1 -cp "$SANDBOX_CLASSPATH" dev.keepline.sandbox.Sandbox --port "$SANDBOX_PORT" \
    --data "$DATA/sandbox" \
    --stripe-key "sk_test_$(secret stripe-key)" --stripe-webhook-secret "whsec_$(secret stripe-webhook-secret)" \
    --stripe-webhook-url "http://127.0.0.1:$PORT/webhooks/stripe" \
    --dtone-key "sandbox" --dtone-secret "$(secret dtone-secret)" --smtp-port "$MAIL_PORT"
  SANDBOX_PID=$SPAWNED
}

# What this run adds to the operator's own settings. A file only we can read, so that no secret is on a command line;
# commands beside the running application read it too.
write_settings() {
  local file=$DATA/run/settings.properties base=http://127.0.0.1:$SANDBOX_PORT
  rm -f "$file"
  (
    umask 077
    printf 'server.port=%s\nkeepline.public-url=%s\nkeepline.sandbox=%s\n' "$PORT" "$PUBLIC_URL" "$SANDBOX"
    if [ -n "$LISTEN" ]; then printf 'server.address=%s\n' "$LISTEN"; fi
    if [ "$SANDBOX" = true ]; then
      printf 'keepline.sandbox-url=%s\n' "$base"
      printf 'keepline.stripe.url=%s/stripe\nkeepline.stripe.key=sk_test_%s\n' "$base" "$(secret stripe-key)"
      printf 'keepline.stripe.webhook-secret=whsec_%s\n' "$(secret stripe-webhook-secret)"
      printf 'keepline.dtone.url=%s/dtone/v1\nkeepline.dtone.key=sandbox\n' "$base"
      printf 'keepline.dtone.secret=%s\n' "$(secret dtone-secret)"
      printf 'keepline.portal.gateway-pages=%s\n' "$base"
      printf 'keepline.mail.host=127.0.0.1\nkeepline.mail.port=%s\nkeepline.mail.security=none\n' "$MAIL_PORT"
    fi
  ) >"$file" || fail "cannot write $file" "Make room in $DATA."
}

start_application() {
  write_settings
  choose_catalog "$DATA"
  java_options
  if [ -z "${KEEPLINE_APP_CLASSPATH:-}" ] && [ ! -f "$AOT_CACHE" ] && [ -w "${AOT_CACHE%/*}" ]; then
    JAVA_OPTIONS+=(-XX:AOTMode=record "-XX:AOTConfiguration=$AOT_CACHE.recorded")
  fi
  cd "$ROOT" || exit 1
  if [ -n "$DB_URL" ]; then export KEEPLINE_DBURL=$DB_URL; fi
  spawn "$DATA/run/app.pid" "" "$JAVA" -Dlaunch.folder="$DATA/run" -Dsupervisor.pid=$$ "${JAVA_OPTIONS[@]}" \
    -cp "$APP_CLASSPATH" \
    dev.keepline.KeeplineApplication --keepline.data="$DATA" "--spring.config.location=$(config_location)"
  APP_PID=$SPAWNED
}

# Until somebody ends us or one of the two dies; then the other ends too.
supervise() {
  local code
  while is_alive "$APP_PID"; do
    if [ -n "$SANDBOX_PID" ] && ! is_alive "$SANDBOX_PID"; then
      wait "$SANDBOX_PID" 2>/dev/null
      sandbox_ended $?
      stop_all "Stopping"
      exit 1
    fi
    sleep 0.5 &
    wait $! 2>/dev/null
  done
  wait "$APP_PID" 2>/dev/null
  code=$?
  if [ "$code" -gt 128 ]; then
    say "keepline: the application was killed; ending the rest. The next start recovers."
  fi
  stop_all ""
  # It never ends by itself unless something is wrong: whoever stops us goes through the traps above.
  [ "$code" -ne 0 ] || code=1
  exit "$code"
}

# sandbox_ended CODE: whoever was killed had no time to write why; else its last lines, those aside that say it was ready.
sandbox_ended() {
  if [ "$1" -gt 128 ]; then
    say "keepline: the sandbox was killed (signal $(($1 - 128))); ending the rest. The next start begins it again."
  else
    say "keepline: the sandbox ended by itself (exit code $1); ending the rest. $DATA/logs/sandbox.log may say why:"
    grep -v '^sandbox ready' "$DATA/logs/sandbox.log" | tail -n 3 >&2
  fi
}

# stop_all WORD [later]: the application (which stops its database), then the sandbox, then what a killed one left.
stop_all() {
  trap '' INT TERM HUP
  if [ -n "$1" ]; then say "$1"; fi
  if [ -n "$APP_PID" ]; then end "application" "$APP_PID" 90; fi
  if [ -n "$SANDBOX_PID" ]; then end "sandbox" "$SANDBOX_PID" 15; fi
  end_orphaned_postgres
  rm -f "$DATA/run/app.pid" "$DATA/run/sandbox.pid"
  if [ -n "$1" ]; then say "Stopped"; fi
  if [ -n "$APP_PID" ]; then keep_cache "${2:-}"; fi
}

# keep_cache [later]: a run that became ready and was ended by us (and so by SIGTERM) has recorded which classes it loaded.
# Made into a cache once after each build, that takes more than half of the work out of every later start. The folder is
# free meanwhile; and who pressed Ctrl-C gets the terminal back at once, and the cache some seconds later.
keep_cache() {
  local recorded=$AOT_CACHE.recorded.$$
  wait "$APP_PID" 2>/dev/null
  if [ $? -ne 143 ] || [ ! -f "$AOT_CACHE.recorded" ] || [ -f "$AOT_CACHE" ]; then
    rm -f "$AOT_CACHE.recorded"
    return
  fi
  mv "$AOT_CACHE.recorded" "$recorded"
  rm -f "$DATA/run/launcher.pid"
  trap - EXIT
  java_options
  if [ "${1:-}" = later ]; then
    say "Faster starts are prepared in the background (once after each build)"
    make_cache "$recorded" </dev/null >/dev/null 2>&1 &
    return
  fi
  say "Preparing faster starts (once after each build; Ctrl-C skips it)"
  set -m
  make_cache "$recorded" </dev/null >/dev/null 2>&1 &
  set +m
  trap 'exec 2>/dev/null; kill -KILL -- "-$!"; rm -f "$AOT_CACHE".recorded.$$ "$AOT_CACHE.new.$$"; exit 130' INT TERM HUP
  wait $!
}

# make_cache RECORDED: what was built meanwhile has no use for it.
make_cache() {
  nice -n 10 "$JAVA" "${JAVA_OPTIONS[@]}" -XX:AOTMode=create "-XX:AOTConfiguration=$1" "-XX:AOTCache=$AOT_CACHE.new.$$" \
    -cp "$APP_CLASSPATH" && [ ! "$STAMP" -nt "$1" ] && mv "$AOT_CACHE.new.$$" "$AOT_CACHE"
  rm -f "$1" "$AOT_CACHE.new.$$"
}
