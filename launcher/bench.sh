# ./keepline bench: measures this installation from outside.

bench() {
  ready_to_run
  exec "$JAVA" -Xmx1g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
    -cp "${KEEPLINE_BENCH_CLASSES:-$ROOT/bench/target/keepline-bench.jar}:$APP_CLASSPATH" \
    dev.keepline.bench.BenchCommand --keepline "$ROOT/keepline" --java "$JAVA" --sandbox-classpath "$SANDBOX_CLASSPATH" \
    --folder "$ROOT/bench/target/run" "$@"
}
