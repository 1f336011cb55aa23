package dev.keepline.portal.console;

import dev.keepline.portal.words.Shown;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts words to what the engine wrote about a case: its facts are sentences of ours, in English, with values in them. One
 * that nobody knows is shown as it is.
 */
public final class CaseFacts {

    /** A sentence of the engine and the key of its words; its groups are values in order. */
    private record Known(Pattern pattern, String key, List<String> values) {
        Known(String pattern, String key, String... values) {
            this(Pattern.compile(pattern), key, List.of(values));
        }
    }

    private static final List<Known> KNOWN = List.of(
            new Known("(\\w+) grew by (\\d+) only, bought were (\\d+)", "fact.part", "what", "got", "bought"),
            new Known("(\\w+) grew by (\\d+), bought were (\\d+)", "fact.more", "what", "got", "bought"),
            new Known("(\\w+) has not grown", "fact.none", "what"),
            new Known("validity ends at (\\S+), bought was until (\\S+)", "fact.validity", "at", "until"),
            new Known("validity has not moved", "fact.unmoved"),
            new Known("the record names no end of validity", "fact.noend"),
            new Known("the record is older than the order", "fact.older"),
            new Known("the carrier's record cannot be read", "fact.unread"),
            new Known("the carrier's record lags behind its word", "fact.lags"),
            new Known("the line cannot be read: (.*)", "fact.noline", "code"),
            new Known("the carrier reversed (\\S+)", "fact.reversed", "order"),
            new Known("ordered at (\\S+)", "fact.silent", "at"),
            new Known("returned as (.*), and refunded: .*", "fact.twice", "code"),
            new Known("never said whether it stands", "fact.unwatched"),
            new Known("the carrier never said what became of the order", "fact.never"),
            new Known("the reservation ends at (\\S+)", "fact.holdends", "at"),
            new Known("float-empty", "fact.float"),
            new Known("the gateway refused: (.*)", "fact.gateway", "code"),
            new Known("no (?:certain )?word about (\\S+)", "fact.noword", "code"),
            new Known("the capture is refused: (.*)", "fact.capture", "code"),
            new Known("delivered, and the reservation is gone", "fact.gone"),
            new Known("the gateway could not give the money back: (.*)", "fact.norefund", "code"),
            new Known("the refund came back: (.*)", "fact.cameback", "code"),
            new Known("promised at (\\S+)", "fact.promised", "at"),
            new Known("held (.+)", "fact.held", "code"),
            new Known("set aside after failing too often: (.*)", "fact.aside", "code"));

    private final DeskTexts desk;

    public CaseFacts(DeskTexts desk) {
        this.desk = desk;
    }

    /** The sentence for these facts. */
    public Shown sentence(String facts) {
        for (var known : KNOWN) {
            var matcher = known.pattern().matcher(facts);
            if (matcher.matches()) {
                return filled(known, matcher);
            }
        }
        return Shown.text(facts);
    }

    private Shown filled(Known known, Matcher matcher) {
        var values = new java.util.ArrayList<Object>();
        var what = known.values().contains("what") ? matcher.group(1) : "";
        for (int i = 0; i < known.values().size(); i++) {
            var name = known.values().get(i);
            values.add(name);
            values.add(value(name, what).apply(desk, matcher.group(i + 1)));
        }
        return desk.w().h(known.key(), values.toArray());
    }

    private static BiFunction<DeskTexts, String, Object> value(String name, String what) {
        return switch (name) {
            case "what" -> (desk, text) -> desk.w().t("allowance." + text);
            case "got", "bought" -> (desk, text) -> amount(desk, what, text);
            case "at", "until" -> (desk, text) -> moment(desk, text);
            default -> (_, text) -> text;
        };
    }

    private static Object amount(DeskTexts desk, String what, String digits) {
        return digits.length() > 18
                ? digits
                : new SnapshotTexts(desk).amount(dev.keepline.carriers.Allowance.valueOf(what), Long.parseLong(digits));
    }

    private static Object moment(DeskTexts desk, String text) {
        return instant(text).<Object>map(desk::moment).orElse(text);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
