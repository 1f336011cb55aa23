# ./keepline test: one Maven run over everything; the reports it leaves are added up.

# install_browser: Chromium and a Chinese font, when they are missing and we may.
install_browser() {
  local missing=''
  find_chromium || missing="chromium"
  if command -v fc-list >/dev/null; then
    [ -n "$(fc-list :lang=zh 2>/dev/null | head -n 1)" ] || missing="$missing fonts-noto-cjk"
  elif [ "$(uname)" = Linux ] && [ ! -d /usr/share/fonts/opentype/noto ]; then
    missing="$missing fonts-noto-cjk"
  fi
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing for the browser tests:$missing"
    # shellcheck disable=SC2086
    if (apt-get update && apt-get install -y --no-install-recommends $missing) >/tmp/keepline-apt.$$ 2>&1; then
      rm -f /tmp/keepline-apt.$$
    else
      tail -n 5 /tmp/keepline-apt.$$ >&2
      say "Could not install$missing; the browser tests need it"
    fi
  else
    say "The browser tests need these packages, which are missing: $missing (Debian: apt-get install; macOS: brew install --cask chromium)"
  fi
  find_chromium || true
}

find_chromium() {
  local candidate
  for candidate in "${KEEPLINE_CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then
      export KEEPLINE_CHROMIUM=$candidate
      return 0
    fi
  done
  return 1
}

# total ATTRIBUTE: its sum over the <testsuite> elements of all reports.
total() {
  cat "$ROOT"/*/target/surefire-reports/TEST-*.xml 2>/dev/null | tr '\n' ' ' | sed 's/<testsuite /\
<testsuite /g' | awk -v name="$1" '
    /^<testsuite / {
      element = substr($0, 1, index($0, ">"))
      if (match(element, " " name "=\"[0-9]+\"")) {
        value = substr(element, RSTART, RLENGTH); gsub(/[^0-9]/, "", value); sum += value
      }
    }
    END { print sum + 0 }'
}

run_tests() {
  local code tests skipped failed word
  for word in "$@"; do
    case $word in
      -D?*) ;;
      *) misused "there is no option '$word'" test ;;
    esac
  done
  find_jdk
  find_maven
  export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
  install_browser
  rm -rf "$ROOT"/*/target/surefire-reports
  (cd "$ROOT" && mvn -B -ntp --fail-at-end spotless:check verify "$@")
  code=$?
  tests=$(total tests)
  skipped=$(total skipped)
  failed=$(($(total failures) + $(total errors)))
  if [ "$skipped" -gt 0 ]; then say "$skipped skipped; each says why above"; fi
  if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then
    say "No test failed, but the build did (format, analysis or compilation): see above. It counts as one failure."
    failed=1
    tests=$((tests + 1))
  fi
  if [ "$code" -eq 0 ] && [ "$tests" -eq 0 ]; then
    say "No test ran, which cannot be right. It counts as one failure."
    failed=1 tests=1 code=1
  fi
  say "$((tests - skipped - failed)) passed, $failed failed"
  [ "$code" -eq 0 ] && [ "$failed" -eq 0 ]
}
