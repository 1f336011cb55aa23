package dev.keepline.payments.inbox;

import dev.keepline.jobs.WakeRef;
import java.util.Optional;

/**
 * An event that proved to come from a gateway.
 *
 * @param id the gateway's own: the same for the same event however often it is sent
 * @param type the gateway's own
 * @param echo whether it only repeats what a command of ours was answered, or what another event says: it wakes nobody
 * @param wake the job that the event's object names; empty where it names none of ours
 */
public record GatewayEvent(String gateway, String id, String type, boolean echo, Optional<WakeRef> wake) {}
