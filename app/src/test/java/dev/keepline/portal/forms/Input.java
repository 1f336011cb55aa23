package dev.keepline.portal.forms;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is put into a field. What no text field takes comes first, since a form may be good for one time. */
enum Input {
    /** The field is not sent at all. */
    ABSENT(null),
    EMPTY(""),
    LONG("x".repeat(10_000)),
    CARD("4242 4242 4242 4242"),
    /** The same in digits that look otherwise. */
    WIDE_CARD("４２４２４２４２４２４２４２４２"),
    CHINESE("号码要留着，别断了"),
    /** From right to left, with a mark that would turn the rest of the page around. */
    ARABIC("أبقوا رقمي \u202Eحيا"),
    EMOJI("💸🧵👩‍👧"),
    CONTROL("a\u0000b\u0007c\u001Bd"),
    HTML("<i id=evil>x</i><script>evil()</script>"),
    LETTERS("ten"),
    NEGATIVE("-5"),
    HUGE("9".repeat(30)),
    EXPONENT("1e9"),
    FULL_WIDTH("１２ｘ"),
    MALFORMED("../../etc/passwd' or 1=1 --"),
    /** An id that is another person's; which one, {@link Ground} knows. */
    OTHERS("");

    private final @Nullable String text;

    Input(@Nullable String text) {
        this.text = text;
    }

    /** Empty when the field is not sent. */
    Optional<String> text(Ground ground) {
        return this == OTHERS ? Optional.of(ground.others()) : Optional.ofNullable(text);
    }

    boolean card() {
        return this == CARD || this == WIDE_CARD;
    }

    /** Nothing was typed. */
    boolean nothing() {
        return this == ABSENT || this == EMPTY;
    }
}
