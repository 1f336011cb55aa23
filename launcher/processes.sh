# Processes: which are ours, and how they are ended.

# command_line PID: what the process was started with; nothing when there is none.
command_line() {
  if [ -r "/proc/$1/cmdline" ]; then
    tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null
  else
    ps -p "$1" -o command= 2>/dev/null
  fi
}

# is_ours PID TEXT: whether that process lives and its command line holds the text. A pid alone may be anybody's by now.
is_ours() {
  case $1 in '' | *[!0-9]*) return 1 ;; esac
  case $(command_line "$1") in *"$2"*) return 0 ;; *) return 1 ;; esac
}

is_alive() { kill -0 "$1" 2>/dev/null; }

# ended_within PID SECONDS
ended_within() {
  local tenths=$(($2 * 10))
  while is_alive "$1"; do
    [ "$tenths" -gt 0 ] || return 1
    tenths=$((tenths - 1))
    sleep 0.1
  done
}

# end NAME PID SECONDS: asks, waits, and only then kills.
end() {
  is_alive "$2" || return 0
  kill -TERM "$2" 2>/dev/null
  ended_within "$2" "$3" && return 0
  say "The $1 did not end within $3 s; killing it"
  kill -KILL "$2" 2>/dev/null
  ended_within "$2" 5
}

# A database server whose application is gone: a fast shutdown, so that the next start needs no recovery.
end_orphaned_postgres() {
  local file=$DATA/pg/postmaster.pid pid
  [ -f "$file" ] || return 0
  pid=$(head -n 1 "$file")
  is_ours "$pid" "-D $DATA/pg" || return 0
  say "Stopping the database server"
  kill -INT "$pid" 2>/dev/null
  ended_within "$pid" 20 || kill -QUIT "$pid" 2>/dev/null
  ended_within "$pid" 5
}

# ask_sandbox METHOD PATH BODY: one HTTP exchange without any tool; prints status line, headers and body.
ask_sandbox() {
  local body=${3:-}
  (
    exec 3<>"/dev/tcp/127.0.0.1/$SANDBOX_PORT" || exit 1
    printf '%s %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n%s' \
      "$1" "$2" "$SANDBOX_PORT" "${#body}" "$body" >&3
    cat <&3
  ) 2>/dev/null
}

is_port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
