# ./keepline package: builds beside what development builds, and puts together what an operator installs.

# KEEPLINE_DIST, when set, is where releases are put; KEEPLINE_MAVEN_OPTIONS goes to the build.
DIST=${KEEPLINE_DIST:-$ROOT/dist}

package() {
  local version name target
  [ $# -eq 0 ] || misused "there is no option '$1'" package
  find_jdk
  find_maven
  version=$(release_version)
  name=keepline-$version target=$DIST/$name
  build_release
  rm -rf "$target" "$target.tar.gz" "$target.tar.gz.sha256"
  put_together "$target" "$version"
  "$target/keepline" prepare || exit 1
  say "Packing"
  (cd "$DIST" && tar -czf "$name.tar.gz" "$name" && checksum "$name.tar.gz" >"$name.tar.gz.sha256") ||
    fail "cannot write in $DIST" "Make room."
  say "Made $DIST/$name, $name.tar.gz and its checksum"
}

build_release() {
  local log=$ROOT/app/target/package.log
  say "Building a release"
  mkdir -p "$ROOT/app/target"
  rm -rf "$ROOT"/{sandbox,app,bench}/target/release
  # shellcheck disable=SC2086
  if ! (cd "$ROOT" && mvn -B -ntp -Prelease -Dkeepline.target=target/release -Dmaven.test.skip=true \
    ${KEEPLINE_MAVEN_OPTIONS:-} package) >"$log" 2>&1; then
    grep '^\[ERROR\]' "$log" | head -n 20 >&2
    fail "the build failed" "The lines above say why; $log has all of it."
  fi
}

# put_together TARGET VERSION
put_together() {
  local target=$1 module
  mkdir -p "$target/launcher" || fail "cannot write $target" "Make room."
  for module in app sandbox; do
    mkdir -p "$target/lib/$module"
    cp -p "$ROOT/$module/target/release/keepline-$module.jar" "$target/lib/$module/"
    cp -Rp "$ROOT/$module/target/release/lib" "$target/lib/$module/third"
  done
  cp -p "$ROOT/keepline" "$ROOT/LICENSE" "$ROOT"/*.md "$target/"
  cp -p "$ROOT"/launcher/*.sh "$target/launcher/"
  rm -f "$target"/launcher/{test,package,bench,screens}.sh
  cp -Rp "$ROOT/catalog" "$target/catalog"
  cp -Rp "$ROOT/deploy" "$ROOT/docs" "$target/"
  "$JAVA" "$ROOT/launcher/Unseal.java" "$target"/lib/*/third/*.jar || exit 1
  "$JAVA" "$ROOT/launcher/Licences.java" "$target/licences" "$target"/lib/*/third/*.jar || exit 1
  printf '%s\n' "$2" >"$target/RELEASE"
}

checksum() {
  if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi
}
