package dev.keepline.portal.words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Which plural form a whole number takes, written in the language file in the syntax of Unicode CLDR, so that a new
 * language needs no code: {@code one: n = 1; few: n % 10 = 2..4 and n % 100 != 12..14}. No form named: <em>other</em>.
 */
final class PluralRule {

    private static final String OTHER = "other";

    private final List<Form> forms;

    private PluralRule(List<Form> forms) {
        this.forms = forms;
    }

    static PluralRule parse(String text) {
        var forms = new ArrayList<Form>();
        for (var rule : text.split(";", -1)) {
            if (!rule.isBlank()) {
                int colon = rule.indexOf(':');
                forms.add(new Form(rule.substring(0, colon).strip(), anyOf(rule.substring(colon + 1))));
            }
        }
        return new PluralRule(List.copyOf(forms));
    }

    String form(long number) {
        long n = Math.abs(number);
        return forms.stream()
                .filter(form -> form.applies().test(n))
                .map(Form::name)
                .findFirst()
                .orElse(OTHER);
    }

    private static LongPredicate anyOf(String text) {
        LongPredicate any = _ -> false;
        for (var part : text.split(" or ", -1)) {
            any = any.or(allOf(part));
        }
        return any;
    }

    private static LongPredicate allOf(String text) {
        LongPredicate all = _ -> true;
        for (var part : text.split(" and ", -1)) {
            all = all.and(relation(part.strip()));
        }
        return all;
    }

    /** {@code n [% k] (=|!=) value[..value][,value…]}. */
    private static LongPredicate relation(String text) {
        boolean negated = text.contains("!=");
        var sides = text.split("!?=", 2);
        var left = sides[0].strip().split("%", 2);
        long modulus = left.length == 2 ? Long.parseLong(left[1].strip()) : Long.MAX_VALUE;
        LongPredicate in = _ -> false;
        for (var range : sides[1].split(",", -1)) {
            var ends = range.strip().split("\\.\\.", 2);
            long low = Long.parseLong(ends[0]);
            long high = Long.parseLong(ends[ends.length - 1]);
            in = in.or(n -> n % modulus >= low && n % modulus <= high);
        }
        return negated ? in.negate() : in;
    }

    private record Form(String name, LongPredicate applies) {}
}
