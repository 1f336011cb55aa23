package dev.keepline.portal.renewals;

import dev.keepline.portal.lines.LineCard;
import dev.keepline.renewal.Quote;
import dev.keepline.renewal.RenewalView;

/** A renewal with what it is about. */
public record Tracked(RenewalView renewal, Quote quote, LineCard card) {}
