# Finds a JDK 25 and Maven, or says what to install.

# A release needs only what runs; sources need what compiles, too.
is_jdk_25() {
  [ -x "$1/bin/java" ] && [ -f "$1/release" ] || return 1
  [ -x "$1/bin/javac" ] || is_release || return 1
  grep -q '^JAVA_VERSION="25[."+]' "$1/release"
}

# The folder two above the program PATH finds, through any links.
jdk_on_path() {
  local program link
  program=$(command -v java) || return 1
  while [ -L "$program" ]; do
    link=$(readlink "$program")
    case $link in
      /*) program=$link ;;
      *) program=$(dirname "$program")/$link ;;
    esac
  done
  (cd "$(dirname "$program")/.." 2>/dev/null && pwd -P)
}

find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" "$(jdk_on_path)" \
    /usr/lib/jvm/* /opt/jdk* /opt/java/* /usr/java/* /usr/local/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      export JAVA_HOME=$candidate
      JAVA=$JAVA_HOME/bin/java
      return
    fi
  done
  fail "no JDK 25 was found in JAVA_HOME, PATH or the usual folders" \
    "Install one (Debian: temurin-25-jdk or openjdk-25-jdk; macOS: brew install openjdk@25), or set JAVA_HOME to it."
}

# The exact build of the Java that was found, as a part of a file's name.
java_version() {
  sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"$/\1/p; s/^IMPLEMENTOR="\([A-Za-z]*\).*"$/\1/p' "$JAVA_HOME/release" | tr '\n' '-' |
    sed 's/-$//'
}

find_maven() {
  command -v mvn >/dev/null || fail "Maven was not found" \
    "Install it (Debian: apt-get install maven; macOS: brew install maven) and see that mvn is on PATH."
}
