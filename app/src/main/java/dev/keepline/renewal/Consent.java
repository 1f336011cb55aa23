package dev.keepline.renewal;

/**
 * What the person agreed to on the confirm screen.
 *
 * @param termsVersion of the terms that were shown
 * @param spendPaidDays that days already paid may be lost by renewing now
 * @param locale of the reader, a BCP 47 tag: the gateway's page speaks it too
 */
public record Consent(String termsVersion, boolean spendPaidDays, String locale) {}
