# What people at the terminal read.

say() { printf '%s\n' "$*"; }

# fail PROBLEM ADVICE: says what is wrong and what to do, and ends.
fail() {
  printf 'keepline: %s\n          %s\n' "$1" "$2" >&2
  exit 1
}

# misused PROBLEM VERB: the same for words that the command does not take; exit code 2.
misused() {
  printf 'keepline: %s\n          ./keepline %s --help lists the options.\n' "$1" "$2" >&2
  exit 2
}
