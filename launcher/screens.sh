# ./keepline screens: pictures of every page × two widths × light and dark × every language, and one sheet with all of them.
. "$LAUNCHER/test.sh"

screens_usage() {
  cat <<'TEXT'
./keepline screens [--out DIR] [--documents] [PART]
  Starts the product with demo data on free ports and a database that is thrown away, and photographs every page and state
  whose name contains PART (all without it) at 360 and 1280 px, light and dark, in every language.
  --out DIR     where the pictures and index.html go (target/screens)
  --documents   only those few that the documents show, into docs/pictures
TEXT
}

screens() {
  local out=$ROOT/target/screens part='' program=Screens classpath=$ROOT/app/target/screens.classpath
  while [ $# -gt 0 ]; do
    case $1 in
      --out)
        [ -n "${2:-}" ] || fail "--out needs a folder" "For example --out /tmp/screens."
        out=$2
        shift
        ;;
      --documents) program=Pictures out=$ROOT/docs/pictures ;;
      --help | -h)
        screens_usage
        return 0
        ;;
      -*) fail "there is no option '$1'" "./keepline screens --help lists them." ;;
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
