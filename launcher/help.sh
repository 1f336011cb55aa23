# What each command of ./keepline takes: help_VERB, found by its name. Nothing is built, started or looked at for it.

# asks_for_help WORDS…: whether --help or -h stands anywhere among them.
asks_for_help() {
  local word
  for word in "$@"; do
    case $word in --help | -h) return 0 ;; esac
  done
  return 1
}

help_run() {
  cat <<'TEXT'
./keepline run [options]

Starts PostgreSQL, the sandbox (stand-ins for the payment gateway and the carriers: no money and no line is real) and
the application, and ends all three on Ctrl-C.

  --port PORT        where the application listens (8080); the sandbox takes the two ports above it,
                     and the third is for metrics and health (this machine only). The variables PORT and
                     SERVER_PORT are not read.
  --listen ADDRESS   where from it can be reached: 127.0.0.1, this machine only, unless you say otherwise; 0.0.0.0 is
                     every network, for a telephone beside you. Its passwords are published, and the sandbox's page
                     for paying stays on this machine. With --no-sandbox it is every network.
  --data DIR         folder with everything that is kept (./data)
  --db-url URL       a PostgreSQL 15 or newer in place of the embedded one:
                     postgresql://user:password@host:5432/database
  --no-sandbox       real gateway and carriers, as set in DIR/keepline.properties; no demo data
  --public-url URL   how people reach this installation: the start of every link, return and callback address
                     (http://localhost:PORT)
  --help             this text
TEXT
}

help_serve() {
  cat <<'TEXT'
./keepline serve [options]

Runs the application in the foreground, without the sandbox, as the process that was started: for systemd, containers
and other supervisors. Settings are in DIR/keepline.properties (docs/settings.md lists them); SIGTERM ends it in order.

  --port PORT        where it listens (server.port in keepline.properties, else 8080)
  --data DIR         folder with settings and everything that is kept (./data)
  --help             this text
TEXT
}

help_prepare() {
  cat <<'TEXT'
./keepline prepare

In a release: runs it once beside a sandbox on a folder that is thrown away, and keeps what Java learnt of it, so that
starts take a third of the time. Needed once for each build of Java; a release comes with the result for its own.
TEXT
}

help_package() {
  cat <<'TEXT'
./keepline package

Makes dist/keepline-<version>/ and dist/keepline-<version>.tar.gz with its checksum: the application with its beans made
by generated code, the sandbox, the catalogue, the launcher, licences, files for systemd and containers, and what Java
learns of it in one run, which makes starts short.
TEXT
}

help_bench() {
  cat <<'TEXT'
./keepline bench [options]

Measures Keepline on a database of its own with 100,000 lines, beside a sandbox: pages, renewals, the same loop without
the product, claims of due work, start and memory. Takes several minutes and wants the machine for itself.

  --quick        smaller: about two minutes
  --only PART    pages, renewals or claims
  --json FILE    writes the figures there, too
  --help         this text
TEXT
}

help_test() {
  cat <<'TEXT'
./keepline test [-Dname=value…]

Checks the format, analyses, and runs every test; the last line is "N passed, N failed". What is given goes to Maven.
TEXT
}

help_screens() {
  cat <<'TEXT'
./keepline screens [--out DIR] [--documents] [PART]

Starts the product with demo data on free ports and a database that is thrown away, and photographs every page and state
whose name contains PART (all without it) at 360 and 1280 px, light and dark, in every language.

  --out DIR     where the pictures and index.html go (target/screens)
  --documents   only those few that the documents show, into docs/pictures
  --help        this text
TEXT
}

help_clocks() {
  cat <<'TEXT'
./keepline clocks --carrier ID --on DATE [options]

Says until when service and number last after a payment on that day, and by which rule.
For example: ./keepline clocks --carrier att-prepaid --amount 25 --on 2026-01-31

  --carrier ID       one of the catalogue
  --on DATE          the day of the payment, as 2026-01-31
  --amount USD       how much was paid
  --plan ID|TERM     what was paid for: an offering of the catalogue, or a term such as P3M
  --variant NAME     of the carrier's lines, where its rules differ among them
  --as-of DATE       the day of which the state is wanted (today)
  --json             the answer for programs
  --help             this text

Exit codes: 0 answered, 1 the catalogue cannot be read, 2 the question is not clear.
TEXT
}

help_catalog() {
  cat <<'TEXT'
./keepline catalog check [FILE…]
    says what is wrong with which line; without files, of the whole catalogue. Needs no database.
./keepline catalog import FILE… [--data DIR] [--db-url URL]
    takes offerings into the database, all of them or none; a running application takes them up at its next start

Exit codes: 0 all is well, 1 something is wrong, 2 the command is not clear.
TEXT
}

help_ledger() {
  cat <<'TEXT'
./keepline ledger verify [DAYS]
    derives every balance again and compares with the records of gateways and carriers of the last DAYS
    (30 unless you say otherwise)
./keepline ledger verify own
    the same for our books alone, without asking anybody
./keepline ledger fund CONNECTOR AMOUNT CURRENCY REFERENCE
    books money that you paid into your float at a connector, for example: ledger fund dtone 500.00 USD wire-17
./keepline ledger unfund CONNECTOR REFERENCE REASON…
    undoes such a booking, once and as a whole, by a movement of its own; the reason is kept

  --data DIR      folder of the installation (./data)
  --db-url URL    a PostgreSQL of your own in place of the embedded one
  --help          this text

Exit codes: 0 all is well, 1 something differs that no open case explains (a person has to look), 2 not everything could
be compared, or the command is not clear, 3 what differs will be asked about again by Keepline itself, at the times shown.
TEXT
}

help_staff() {
  cat <<'TEXT'
./keepline staff add EMAIL
    lets this person into the console; makes the account where there is none
./keepline staff link EMAIL
    prints a new link, good once, by which a person of the staff chooses a password
./keepline staff remove EMAIL [--yes]
    shuts the console to them at once; the account stays. The last of the staff is removed with --yes only
./keepline staff list
    who may enter the console, and since when

  --data DIR      folder of the installation (./data)
  --db-url URL    a PostgreSQL of your own in place of the embedded one
  --help          this text
TEXT
}

help_doctor() {
  cat <<'TEXT'
./keepline doctor [options]

Says what is wrong with an installation and how to mend it; it changes nothing.

  --json          the same for programs
  --data DIR      folder of the installation (./data)
  --db-url URL    a PostgreSQL of your own in place of the embedded one
  --help          this text

Exit codes: 0 all is well, 1 something is wrong, 2 the command is not clear.
TEXT
}

help_backup() {
  cat <<'TEXT'
./keepline backup --to DIR [options]

Copies the database while it works, restores the copy on trial, and has the server keep every finished piece of its log
in DIR from then on: what DIR holds can be restored to any time since its oldest backup. It works beside a running
Keepline and without one. DIR should lie on another disk; only its owner can read it, and it is not encrypted.

  --to DIR      where backups are kept; made when it is missing, and for one installation only
  --keep N      drop all but the N newest backups, and the log before them
  --untried     do not restore it on trial (needs as much room as the database for a moment)
  --data DIR    folder of the installation (./data)
  --help        this text
TEXT
}

help_restore() {
  cat <<'TEXT'
./keepline restore --from DIR --data DIR [options]

Makes a new installation's folder out of a backup and the log after it, checks its books, and says how far they go.
Before it can start, ./keepline restored has to ask gateways and carriers what the books have forgotten:
docs/runbooks/restore.md.

  --from DIR    what ./keepline backup --to was given
  --data DIR    a new folder; it may hold keepline.properties and nothing else
  --at TIME     what was committed by then, as 2026-11-29T09:30:00Z; without it everything there is
  --base NAME   start from this backup, not from the newest that will do
  --help        this text
TEXT
}

help_restored() {
  cat <<'TEXT'
./keepline restored
    asks gateways and carriers what happened after the last commit that was restored, opens a case with all of it, and
    lets the application start
./keepline restored mark TIME
    notes that a PostgreSQL of yours was restored, and that its last commit was at that time, as 2026-11-29T09:30:00Z

  --data DIR      folder of the installation (./data)
  --db-url URL    a PostgreSQL of your own in place of the embedded one
  --help          this text
TEXT
}

help_sim() {
  cat <<'TEXT'
./keepline sim --seeds N [--from S] [--trace]

Runs the renewal engine under a simulator and looks for a seed in which something happens that must not.

  --seeds N   how many seeds to run
  --from S    the first seed; without it a fresh one is drawn and printed
  --trace     print what happens, for one seed
  --help      this text

Exit codes: 0 nothing found, 1 a violation, or a stage that no seed reached, 2 not understood.
TEXT
}
