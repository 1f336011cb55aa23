package dev.keepline.catalog.cli;

import dev.keepline.catalog.CarrierId;
import dev.keepline.kernel.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a support agent asks: somebody paid the amount, or for the plan, on that day.
 *
 * @param plan an offering of the catalogue, or a term such as {@code P3M}
 * @param variant of the carrier's lines, see {@link dev.keepline.catalog.LapseRule.Scope}
 * @param asOf empty for today
 */
public record ClocksQuestion(
        CarrierId carrier,
        Optional<Money> amount,
        Optional<String> plan,
        String variant,
        LocalDate on,
        Optional<LocalDate> asOf,
        boolean json) {

    /** @throws BadArguments when it is no question */
    public static ClocksQuestion parse(List<String> words) {
        var arguments = Arguments.parse(
                words, Set.of("--carrier", "--amount", "--plan", "--variant", "--on", "--as-of"), Set.of("--json"));
        var question = new ClocksQuestion(
                arguments.required("--carrier", CarrierId::new),
                arguments.optional("--amount", ClocksQuestion::dollars),
                arguments.optional("--plan", text -> text),
                arguments.optional("--variant", text -> text).orElse(""),
                arguments.required("--on", ClocksQuestion::date),
                arguments.optional("--as-of", ClocksQuestion::date),
                arguments.has("--json"));
        if (question.asOf().filter(question.on()::isAfter).isPresent()) {
            throw new BadArguments("--as-of must not be before --on");
        }
        return question;
    }

    private static Money dollars(String text) {
        if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,2})?") || new BigDecimal(text).signum() == 0) {
            throw new IllegalArgumentException(
                    "an amount of US dollars is expected, as 25 or 25.50, not '" + text + "'");
        }
        return Money.exact(new BigDecimal(text), Money.USD);
    }

    private static LocalDate date(String text) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() < 2000 || date.getYear() > 2200) {
                throw new IllegalArgumentException("a date between 2000 and 2200 is expected, not " + text);
            }
            return date;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date is expected, as 2026-01-31, not '" + text + "'", e);
        }
    }
}
