# ./keepline prepare, in a release: runs it once beside a sandbox on a folder that is thrown away, and keeps what Java
# learnt of it. Starts take a third of the time after that. Needed once for each build of Java; a release comes with the
# result for the Java it was made with.

prepare() {
  local port=18080 output
  [ $# -eq 0 ] || misused "there is no option '$1'" prepare
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
  # Made under the umask of a run, which keeps everything from others: who runs the release is not who unpacked it.
  [ ! -f "$AOT_CACHE" ] || chmod 644 "$AOT_CACHE"
  [ -f "$AOT_CACHE" ] || fail "this Java kept nothing: $(tail -n 3 "$output")" "Starts take longer; all else works."
  say "Prepared for $(java_version)"
}

# Somebody looks at the pages, signed in as one does in the demonstration, so that what they need is known, too. Without an
# account nothing but less is learnt.
visit() {
  local n path cookies='' token lines
  PREPARED_PORT=$1
  ask GET /login
  cookies=$(cookies_of "$ANSWER")
  token=$(printf '%s' "$ANSWER" | sed -n 's/.*name="_csrf" value="\([^"]*\)".*/\1/p' | head -n 1 | sed 's/=/%3D/g')
  ask POST /login "$cookies" "_csrf=$token&email=li%40keepline.example&password=keep+my+number+alive"
  cookies="$cookies; $(cookies_of "$ANSWER")"
  ask GET / "$cookies"
  lines=$(printf '%s' "$ANSWER" | sed -n 's/.*href="\(\/lines\/[0-9a-f-]*\)".*/\1/p' | sort -u)
  for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    for path in / $lines / /login /bills /nowhere; do ask GET "$path" "$cookies; lang=en" '' packed; done
  done
}

# ask METHOD PATH COOKIES [FORM [packed]]: one exchange without any tool; keeps what comes back, unless it is compressed.
ask() {
  local form=${4:-} encoding=identity
  if [ -n "${5:-}" ]; then encoding=gzip; fi
  ANSWER=$(
    { exec 3<>"/dev/tcp/127.0.0.1/$PREPARED_PORT"; } 2>/dev/null || exit 1
    printf '%s %s HTTP/1.1\r\nHost: localhost:%s\r\nAccept: text/html\r\nAccept-Encoding: %s\r\nConnection: close\r\nCookie: %s\r\n' \
      "$1" "$2" "$PREPARED_PORT" "$encoding" "${3:-}" >&3
    printf 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %s\r\n\r\n%s' "${#form}" "$form" >&3
    if [ "$encoding" = gzip ]; then cat <&3 >/dev/null; else cat <&3; fi
  )
}

# cookies_of ANSWER: as a browser sends them back.
cookies_of() {
  printf '%s' "$1" | tr -d '\r' | sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p' | tr '\n' ';' | sed 's/;$//; s/;/; /g'
}
