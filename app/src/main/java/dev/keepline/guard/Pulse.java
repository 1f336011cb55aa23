package dev.keepline.guard;

import java.time.Duration;
import java.util.Optional;

/**
 * How a counterpart has answered since this process began.
 *
 * @param name of the counterpart
 * @param unanswered of the latest ten calls
 * @param calls how many of those ten there were
 * @param lastAnswerAgo empty when it has not answered yet
 */
public record Pulse(String name, Standing standing, int unanswered, int calls, Optional<Duration> lastAnswerAgo) {}
