package dev.keepline.renewal;

import dev.keepline.kernel.RenewalId;
import java.net.URI;

/** What became of the wish to pay for a quote. */
public sealed interface StartResult {

    /** The payment page is open: go there. */
    record Pay(RenewalId renewal, URI url) implements StartResult {}

    /** Under way, by this request or an earlier one: look at the renewal's page. */
    record Underway(RenewalId renewal) implements StartResult {}

    /** Another renewal of this line, for another quote, may still be paid or goes on: nothing was begun for this one. */
    record Other(RenewalId renewal) implements StartResult {}

    /** The quote's price is not offered any more: ask for a new one. */
    record Expired() implements StartResult {}

    /** The terms changed since they were shown: show them again. */
    record TermsChanged() implements StartResult {}

    /** This account has no such quote. */
    record NoQuote() implements StartResult {}
}
