# Builds when sources are newer than the last build, and says which classes to run.
# KEEPLINE_APP_CLASSPATH and KEEPLINE_SANDBOX_CLASSPATH, when set, are run as they are: tests use what Maven just compiled.

STAMP=$ROOT/app/target/keepline.stamp
AOT_CACHE=$ROOT/app/target/keepline.aot

# A release has its libraries beside it and is never built; see launcher/package.sh.
is_release() { [ -f "$ROOT/RELEASE" ]; }

# Commands that work on the sources, which a release does not bring along.
OF_SOURCES="package bench test screens"
OF_RELEASES="prepare"

# of_sources VERB: ends where there are none.
of_sources() {
  ! is_release || fail "this is a release, and '$1' is for the sources" "Get the sources of this version for it."
}

# What the next release is called.
release_version() { sed -n 's/^  <version>\(.*\)<\/version>$/\1/p' "$ROOT/pom.xml" | head -n 1; }

is_stale() {
  [ -f "$STAMP" ] && [ -f "$ROOT/app/target/keepline-app.jar" ] && [ -f "$ROOT/sandbox/target/keepline-sandbox.jar" ] || return 0
  [ -n "$(find "$ROOT/pom.xml" "$ROOT/app/pom.xml" "$ROOT/sandbox/pom.xml" "$ROOT/app/src/main" "$ROOT/sandbox/src/main" \
    -newer "$STAMP" -print | head -n 1)" ]
}

# One line a library while Maven downloads, nothing else unless it fails.
show_downloads() {
  awk '/^Downloaded from/ { n++; if (n % 25 == 0) { printf "  %d files downloaded\n", n; fflush() } }
       /^\[INFO\] Building jar/ { next }
       /^\[INFO\] Building / { sub(/^\[INFO\] Building /, ""); sub(/ *\[[0-9]+\/[0-9]+\]$/, ""); printf "  %s\n", $0; fflush() }'
}

build() {
  local log=$ROOT/app/target/build.log started
  find_maven
  say "Building Keepline (the first time it downloads libraries)"
  mkdir -p "$ROOT/app/target" || fail "cannot write $ROOT/app/target" "Make the folder of the sources writable."
  started=$ROOT/app/target/keepline.started
  : >"$started"
  # Removed, not overwritten: a Keepline that runs keeps the files it opened, and no library of an older build stays.
  rm -rf "$ROOT"/*/target/lib "$ROOT"/*/target/keepline-*.jar
  run_maven "$log"
  if [ $? -ne 0 ]; then
    grep '^\[ERROR\]' "$log" | head -n 20 >&2
    if grep -q 'No space left on device' "$log"; then
      fail "the disk is full" "Make room, then start again."
    fi
    fail "the build failed" "The lines above say why; $log has all of it."
  fi
  rm -f "$AOT_CACHE" "$ROOT"/app/target/*.jsa
  mv "$started" "$STAMP"
}

# run_maven LOG: in a process group of its own, so that a signal to us alone ends it, too, and at once.
run_maven() {
  local code
  set -m
  (
    (cd "$ROOT" && mvn -B -Dmaven.test.skip=true package) 2>&1 | tee "$1" | show_downloads
    exit "${PIPESTATUS[0]}"
  ) </dev/null &
  set +m
  trap 'kill -TERM -- "-$!" 2>/dev/null; exit 130' INT
  trap 'kill -TERM -- "-$!" 2>/dev/null; exit 143' TERM HUP
  wait $!
  code=$?
  trap - INT TERM HUP
  return $code
}

# choose_catalog DATA: an installation's own catalogue stays when the release beside it is exchanged.
choose_catalog() {
  if [ -z "$CATALOG_SAID" ] && [ -d "$1/catalog" ]; then export KEEPLINE_CATALOG=$1/catalog; fi
}

joined() {
  local IFS=:
  printf '%s' "$*"
}

# Sets JAVA, APP_CLASSPATH, SANDBOX_CLASSPATH and, for a release, which cache of loaded classes fits this very Java.
ready_to_run() {
  find_jdk
  if is_release; then
    AOT_CACHE=$ROOT/lib/keepline-$(java_version).aot
    APP_CLASSPATH=$ROOT/lib/app/keepline-app.jar:$(joined "$ROOT"/lib/app/third/*.jar)
    SANDBOX_CLASSPATH=$ROOT/lib/sandbox/keepline-sandbox.jar:$(joined "$ROOT"/lib/sandbox/third/*.jar)
    return
  fi
  if [ -n "${KEEPLINE_APP_CLASSPATH:-}" ]; then
    APP_CLASSPATH=$KEEPLINE_APP_CLASSPATH
    SANDBOX_CLASSPATH=${KEEPLINE_SANDBOX_CLASSPATH:-}
    return
  fi
  if is_stale; then build; fi
  APP_CLASSPATH=$ROOT/app/target/keepline-app.jar:$(joined "$ROOT"/app/target/lib/*.jar)
  SANDBOX_CLASSPATH=$ROOT/sandbox/target/keepline-sandbox.jar:$(joined "$ROOT"/sandbox/target/lib/*.jar)
}

# Sets JAVA_OPTIONS: what every long-running application process gets. KEEPLINE_JAVA_OPTIONS comes last and so wins.
# Java would take a quarter of the machine's memory before it cleans up; ours needs little, and small heaps are collected
# fastest by the collector that does not run beside the program (docs/benchmarks.md).
java_options() {
  JAVA_OPTIONS=(-Xlog:disable -Xlog:all=error:stderr --enable-native-access=ALL-UNNAMED
    -XX:+UseSerialGC -Xms128m -Xmx448m -Xmn80m)
  if is_release; then JAVA_OPTIONS+=(-Dspring.aot.enabled=true); fi
  if [ -z "${KEEPLINE_APP_CLASSPATH:-}" ] && [ -f "$AOT_CACHE" ]; then JAVA_OPTIONS+=("-XX:AOTCache=$AOT_CACHE"); fi
  # shellcheck disable=SC2206
  JAVA_OPTIONS+=(${KEEPLINE_JAVA_OPTIONS:-})
}
