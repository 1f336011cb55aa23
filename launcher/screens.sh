# ./keepline screens: pictures of every page × two widths × light and dark × every language, and one sheet with all of them.
. "$LAUNCHER/test.sh"

screens() {
  local out=$ROOT/target/screens part='' program=Screens classpath=$ROOT/app/target/screens.classpath
  while [ $# -gt 0 ]; do
    case $1 in
      --out)
        [ -n "${2:-}" ] || misused "--out needs a folder" screens
        out=$2
        shift
        ;;
      --documents) program=Pictures out=$ROOT/docs/pictures ;;
      -*) misused "there is no option '$1'" screens ;;
      *) part=$1 ;;
    esac
    shift
  done
  mkdir -p "$out" 2>/dev/null || fail "cannot make the folder $out" "Name another with --out."
  out=$(cd "$out" && pwd -P)
  ready_to_run
  find_maven
  export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
  install_browser
  say "Compiling what takes the pictures"
  (cd "$ROOT" && mvn -B -q -pl app -DskipTests test-compile dependency:build-classpath \
    -Dmdep.includeScope=test "-Dmdep.outputFile=$classpath") >"$ROOT/app/target/screens.log" 2>&1 ||
    fail "it does not compile" "$ROOT/app/target/screens.log says why."
  say "Taking the pictures (some minutes)"
  cd "$ROOT/app" || exit 1
  exec "$JAVA" --enable-native-access=ALL-UNNAMED -Xlog:disable -Xlog:all=error:stderr \
    -cp "target/test-classes:target/classes:$(cat "$classpath")" "dev.keepline.screens.$program" "$out" "$part"
}
