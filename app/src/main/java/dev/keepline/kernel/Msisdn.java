package dev.keepline.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** The telephone number of a line in E.164 form ({@code +12125550142}). */
public record Msisdn(String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    public Msisdn {
        if (!e164.matches("\\+[1-9][0-9]{6,14}")) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    /** Reads what people write, taking the United States where no country is named. Empty when it can be no number. */
    public static Optional<Msisdn> parse(String text) {
        try {
            var number = NUMBERS.parse(text, "US");
            return NUMBERS.isPossibleNumber(number)
                    ? Optional.of(new Msisdn(NUMBERS.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }

    /** As people in the number's own country write it, without the country code: {@code (212) 555-0142}. */
    public String national() {
        try {
            return NUMBERS.format(NUMBERS.parse(e164, null), PhoneNumberFormat.NATIONAL);
        } catch (NumberParseException _) {
            return e164;
        }
    }

    /** As people dial it from abroad: {@code +1 212-555-0142}. */
    public String international() {
        try {
            return NUMBERS.format(NUMBERS.parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException _) {
            return e164;
        }
    }

    /** For logs: only the last four digits. */
    @Override
    public String toString() {
        return "…" + e164.substring(e164.length() - 4);
    }
}
