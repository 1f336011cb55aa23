# What people at the terminal read.

say() { printf '%s\n' "$*"; }

# fail PROBLEM ADVICE: says what is wrong and what to do, and ends.
fail() {
  printf 'keepline: %s\n          %s\n' "$1" "$2" >&2
  exit 1
}
