# ./keepline prepare, in a release: runs it once beside a sandbox on a folder that is thrown away, and keeps what Java
# learnt of it. Starts take a third of the time after that. Needed once for each build of Java; a release comes with the
# result for the Java it was made with.

prepare() {
  local port=18080 output
  data='' started='' # not local: the trap still needs them at the end
  is_release || fail "only a release is prepared" "From sources, ./keepline run does it by itself at its first end."
  ready_to_run
  . "$LAUNCHER/processes.sh"
  while is_port_taken "$port" || is_port_taken $((port + 1)); do port=$((port + 2)); done
  data=$(mktemp -d "${TMPDIR:-/tmp}/keepline-prepare.XXXXXX") || fail "no temporary folder can be made" "Make room."
  output=$data/output
  rm -f "$AOT_CACHE"
  [ -w "${AOT_CACHE%/*}" ] || fail "cannot write in ${AOT_CACHE%/*}" "Run this as the owner of the release."
  "$ROOT/keepline" run --data "$data/data" --port "$port" </dev/null >"$output" 2>&1 &
  started=$!
  trap 'kill -TERM "$started" 2>/dev/null; wait "$started"; rm -rf "$data"' EXIT
  until grep -q '^Keepline is ready' "$output"; do
    is_alive "$started" || fail "it does not start: $(tail -n 3 "$output")" "Correct that, then try again."
    sleep 0.2
  done
  visit "$port"
  kill -TERM "$started"
  wait "$started"
  [ -f "$AOT_CACHE" ] || fail "this Java kept nothing: $(tail -n 3 "$output")" "Starts take longer; all else works."
  say "Prepared for $(java_version)"
}

# Somebody looks at the pages, so that what they need is known, too.
visit() {
  local n path
  for n in 1 2 3 4 5 6 7 8 9 10; do
    for path in /login / /nowhere /assets/nothing; do
      (
        exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
        printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n' "$path" >&3
        cat <&3
      ) >/dev/null 2>&1
    done
  done
}
