package dev.keepline.renewal;

import java.util.Optional;

/**
 * Which terms somebody accepts with an order: the seller's own and those of what is bought. Written as one text, which is what a
 * quote keeps, a form sends back and a proof names.
 *
 * @param service the version of the seller's terms; empty for quotes made before there were any
 * @param offering the version of the terms of what is bought
 */
public record AcceptedTerms(Optional<String> service, String offering) {

    /** Of the terms of service as they are now. Whoever changes their words changes this. */
    public static final String SERVICE_VERSION = "2026-11-30";

    private static final String BETWEEN = " / ";

    /** With the terms of service as they are now. */
    public static AcceptedTerms now(String offering) {
        return new AcceptedTerms(Optional.of(SERVICE_VERSION), offering);
    }

    /** What {@link #text} wrote. */
    public static AcceptedTerms parse(String text) {
        int at = text.indexOf(BETWEEN);
        return at < 0
                ? new AcceptedTerms(Optional.empty(), text)
                : new AcceptedTerms(Optional.of(text.substring(0, at)), text.substring(at + BETWEEN.length()));
    }

    /** Both versions, the seller's first. */
    public String text() {
        return service.map(version -> version + BETWEEN + offering).orElse(offering);
    }
}
