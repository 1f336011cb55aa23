# ./keepline bench: measures a release from outside: what an operator installs.

# KEEPLINE_BENCHED and KEEPLINE_BENCH_CLASSPATH, when set, are measured and run as they are: for a look at work in progress.
bench() {
  local measured=${KEEPLINE_BENCHED:-} classes=${KEEPLINE_BENCH_CLASSPATH:-} release
  read_bench_options "$@"
  is_release && fail "a release is measured from the sources it was made of" "Run ./keepline bench there."
  if [ -z "$measured" ] || [ -z "$classes" ]; then
    find_jdk
    . "$LAUNCHER/package.sh"
    release=$DIST/keepline-$(release_version)
    is_fresh "$release" || (package) || exit 1
    measured=${measured:-$release/keepline}
    classes=${classes:-$ROOT/bench/target/release/keepline-bench.jar:$release/lib/app/keepline-app.jar:$(joined "$release"/lib/app/third/*.jar)}
    SANDBOX_CLASSPATH=$release/lib/sandbox/keepline-sandbox.jar:$(joined "$release"/lib/sandbox/third/*.jar)
  else
    ready_to_run
  fi
  exec "$JAVA" -Xmx1g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "$classes" \
    dev.keepline.bench.BenchCommand --keepline "$measured" --java "$JAVA" --sandbox-classpath "$SANDBOX_CLASSPATH" \
    --folder "$ROOT/bench/target/run" "$@"
}

# Before anything is built for words that it does not take.
read_bench_options() {
  while [ $# -gt 0 ]; do
    case $1 in
      --quick) ;;
      --json | --only)
        [ $# -gt 1 ] || misused "$1 needs a value" bench
        shift
        ;;
      *) misused "there is no option '$1'" bench ;;
    esac
    shift
  done
}

# is_fresh RELEASE: whether it is there and made of these very sources.
is_fresh() {
  [ -f "$1/RELEASE" ] && [ -f "$ROOT/bench/target/release/keepline-bench.jar" ] &&
    [ -z "$(find "$ROOT"/{app,sandbox,bench}/{src/main,pom.xml} "$ROOT/pom.xml" "$ROOT/launcher" "$ROOT/catalog" \
      -type f -newer "$1/RELEASE" -print | head -n 1)" ]
}
