package dev.keepline.payments;

import java.net.URI;
import java.time.Instant;

/**
 * A page of the gateway on which one payment can be made.
 *
 * @param ref the gateway's own name for it
 * @param url where the person pays
 * @param expiresAt after which nobody can pay there
 */
public record Session(String ref, URI url, Instant expiresAt) {}
