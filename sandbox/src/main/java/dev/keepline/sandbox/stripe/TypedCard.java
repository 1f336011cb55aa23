package dev.keepline.sandbox.stripe;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody typed into the card form, checked. The number itself goes no further than this. */
sealed interface TypedCard {

    /** A documented test card with a month it is good through. */
    record Usable(TestCard card, YearMonth expiry) implements TypedCard {}

    /** What to correct, by field. */
    record Unusable(Map<Field, Word> problems) implements TypedCard {}

    /** A field of the form, by the name it posts. */
    enum Field {
        NUMBER,
        EXPIRY,
        CVC
    }

    Pattern EXPIRY = Pattern.compile("(\\d{1,2})\\s*[/ -]?\\s*(?:20)?(\\d{2})");

    static TypedCard check(String number, String expiry, String cvc, Instant now) {
        var problems = new EnumMap<Field, Word>(Field.class);
        var card = TestCards.byNumber(number);
        if (card.isEmpty()) problems.put(Field.NUMBER, number.isBlank() ? Word.NUMBER_MISSING : Word.NOT_A_TEST_CARD);
        var month = month(expiry.strip());
        if (month.isEmpty()) problems.put(Field.EXPIRY, Word.EXPIRY_UNREADABLE);
        else if (month.get().isBefore(YearMonth.from(now.atOffset(ZoneOffset.UTC)))) {
            problems.put(Field.EXPIRY, Word.EXPIRY_PAST);
        }
        int digits = card.map(c -> c.brand().cvcDigits()).orElse(3);
        if (!cvc.strip().matches("\\d{" + digits + "}")) {
            problems.put(Field.CVC, digits == 4 ? Word.CVC_FOUR : Word.CVC_THREE);
        }
        return problems.isEmpty() ? new Usable(card.orElseThrow(), month.orElseThrow()) : new Unusable(problems);
    }

    private static Optional<YearMonth> month(String typed) {
        var matcher = EXPIRY.matcher(typed);
        if (!matcher.matches()) return Optional.empty();
        try {
            return Optional.of(
                    YearMonth.of(2000 + Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(1))));
        } catch (DateTimeException noSuchMonth) {
            return Optional.empty();
        }
    }
}
