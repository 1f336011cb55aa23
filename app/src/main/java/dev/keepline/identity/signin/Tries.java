package dev.keepline.identity.signin;

import java.time.Instant;

/** Tries to sign in by one subject: an address that was typed, or a place on the network they came from. */
record Tries(int count, Instant lastAt, Instant waitUntil) {}
