package dev.keepline.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The telephone number of a line in E.164 form ({@code +12125550142}). */
public record Msisdn(String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Set<String> UNITED_STATES = Set.of("US", "PR", "VI", "GU", "AS", "MP");
    private static final int NORTH_AMERICAN = "+12125550142".length();

    public Msisdn {
        if (!FORM.matcher(e164).matches()) {
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

    /** Whether its country gives such numbers out at all: {@code (999) 999-9999} is none. */
    public boolean assignable() {
        try {
            return NUMBERS.isValidNumber(NUMBERS.parse(e164, null));
        } catch (NumberParseException _) {
            return false;
        }
    }

    /** Whether a person can have it: a number that only receives calls, free or dear for the caller, stands for no phone. */
    public boolean personal() {
        try {
            return switch (NUMBERS.getNumberType(NUMBERS.parse(e164, null))) {
                case TOLL_FREE, PREMIUM_RATE, SHARED_COST, UAN, VOICEMAIL, PAGER -> false;
                default -> true;
            };
        } catch (NumberParseException _) {
            return false;
        }
    }

    /** Whether it is given out in the United States or one of its territories: Canada has the same country code. */
    public boolean unitedStates() {
        try {
            var region = NUMBERS.getRegionCodeForNumber(NUMBERS.parse(e164, null));
            return region != null && UNITED_STATES.contains(region);
        } catch (NumberParseException _) {
            return false;
        }
    }

    /** As people in the number's own country write it, without the country code: {@code (212) 555-0142}. */
    public String national() {
        // Nearly every number of ours, on every page: written at once as the library would after parsing it.
        if (e164.length() == NORTH_AMERICAN && e164.startsWith("+1") && e164.charAt(2) >= '2') {
            return "(" + e164.substring(2, 5) + ") " + e164.substring(5, 8) + "-" + e164.substring(8);
        }
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
