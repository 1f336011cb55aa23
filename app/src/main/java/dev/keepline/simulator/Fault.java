package dev.keepline.simulator;

/** What goes wrong in a run, each with a rate of its own that the seed chooses. */
public enum Fault {
    // --- on the wire
    DROPPED_BEFORE,
    DROPPED_AFTER,
    DELAYED,
    DUPLICATED,
    UNREACHABLE,
    SERVER_ERROR,
    GATEWAY_DOWN,
    CARRIER_DOWN,

    // --- in our processes
    CRASH_BEFORE_COMMIT,
    CRASH_AFTER_COMMIT,
    CRASH_BEFORE_CALL,
    CRASH_AFTER_CALL,
    PAUSE_BEFORE_COMMIT,
    PAUSE_AFTER_COMMIT,
    PAUSE_BEFORE_CALL,
    PAUSE_AFTER_CALL,
    WORKERS_DOWN,

    // --- webhooks and callbacks
    WEBHOOK_LOST,
    WEBHOOK_TWICE,
    WEBHOOK_LATE,
    WEBHOOK_FORGED,

    // --- the gateway's own; from here on there are few occasions
    OPEN_REFUSED,
    HOLD_SHORT,
    HOLD_LOST,
    WRONG_AMOUNT,
    CAPTURE_REFUSED,
    REFUND_SLOW,
    REFUND_FAILS,
    REFUND_COMES_BACK,

    // --- the carrier's own
    PENDING,
    SLOW_FOR_HOURS,
    REJECTED,
    FLOAT_EMPTY,
    HALF_APPLIED,
    OTHER_LINE,
    WRONG_RECORD,
    UNCHANGED,
    TOO_MUCH,
    RECORD_LAGS,
    NO_EXPIRY,
    REVERSED_SOON,
    REVERSED_LATER,
    REVERSED_VERY_LATE,
    LINE_UNKNOWN,
    USED_MEANWHILE,

    // --- people
    SECOND_DEVICE,
    TWO_TABS,
    CHANGES_MIND,
    LEAVES,
    PAYS_LATE,
    PAYS_OLD_PAGE,

    // --- the operator's staff
    STAFF_STOPS,
    STAFF_FINDS,
    STAFF_ERRS,
    STAFF_REFUNDS,
    STAFF_RETURNS
}
