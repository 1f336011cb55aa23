package dev.keepline.payments.inbox;

import dev.keepline.jobs.WakeRef;
import java.util.Optional;

/**
 * An event that proved to come from a gateway.
 *
 * @param id the gateway's own: the same for the same event however often it is sent
 * @param type the gateway's own
 * @param wake the job that the event's object names; empty where it names none of ours
 */
public record GatewayEvent(String gateway, String id, String type, Optional<WakeRef> wake) {}
