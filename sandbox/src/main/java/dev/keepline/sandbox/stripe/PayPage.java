package dev.keepline.sandbox.stripe;

import static dev.keepline.sandbox.Html.escape;

import dev.keepline.sandbox.stripe.TypedCard.Field;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The page of one Checkout Session. A typed number is never written back into it. */
record PayPage(ObjectNode session, Locale locale) {

    /** The form, with the last decline and what to correct in it. */
    String open(Optional<Word> decline, Map<Field, Word> problems) {
        return PageFrame.around(locale, Word.TITLE, """
                <h1>%s</h1><p class="sum">%s</p>
                <ul>%s</ul>%s
                <form method="post" autocomplete="on" novalidate>
                %s
                <label>%s <input name="email" type="email" autocomplete="email" value="%s"></label>
                %s
                <div class="pair">%s%s</div>
                <button>%s %s</button>
                </form>
                %s
                <details><summary>%s</summary><p class="dim">%s</p><table>%s</table></details>
                """.formatted(
                        say(Word.AMOUNT_DUE),
                        escape(total()),
                        items(),
                        held(),
                        decline.map(word -> "<p class=\"bad alert\" role=\"alert\">" + say(word) + "</p>")
                                .orElse(""),
                        say(Word.EMAIL),
                        escape(session.path("customer_email").asString("")),
                        field(Field.NUMBER, Word.NUMBER, "cc-number", problems),
                        field(Field.EXPIRY, Word.EXPIRY, "cc-exp", problems),
                        field(Field.CVC, Word.CVC, "cc-csc", problems),
                        say(Word.PAY),
                        escape(total()),
                        cancel(),
                        say(Word.TEST_CARDS),
                        say(Word.ANY_FUTURE),
                        testCards()));
    }

    /** What a page left open says once its session has ended. */
    String closed() {
        return Sessions.status(session).equals("complete")
                ? PageFrame.notice(
                        locale,
                        Word.PAID_TITLE,
                        Word.PAID,
                        PageFrame.link(Checkout.successUrl(session), Word.CONTINUE.in(locale)))
                : PageFrame.notice(
                        locale,
                        Word.EXPIRED_TITLE,
                        Word.EXPIRED,
                        PageFrame.link(session.path("cancel_url").asString(""), Word.BACK.in(locale)));
    }

    private String field(Field field, Word label, String autocomplete, Map<Field, Word> problems) {
        String name = field.name().toLowerCase(Locale.ROOT);
        @Nullable Word problem = problems.get(field);
        String invalid = problem == null ? "" : " aria-invalid=\"true\" aria-describedby=\"" + name + "-problem\"";
        String said = problem == null
                ? ""
                : "<small class=\"bad\" id=\"%s-problem\">%s</small>".formatted(name, say(problem));
        return "<label>%s <input name=\"%s\" inputmode=\"numeric\" autocomplete=\"%s\"%s>%s</label>"
                .formatted(say(label), name, autocomplete, invalid, said);
    }

    private String items() {
        var items = Documents.inner(session.deepCopy()).path("line_items");
        return items.valueStream()
                .map(item -> "<li><span>%s%s</span><span>%s</span></li>"
                        .formatted(
                                escape(item.path("description").asString()),
                                item.path("quantity").asLong() == 1
                                        ? ""
                                        : " × " + item.path("quantity").asLong(),
                                escape(price(item.path("amount_total").asLong()))))
                .collect(Collectors.joining());
    }

    private String held() {
        var data = Documents.inner(session.deepCopy()).path("payment_intent_data");
        return data.path("capture_method").asString("").equals("manual")
                ? "<p class=\"dim\">" + say(Word.HELD) + "</p>"
                : "";
    }

    private String cancel() {
        String url = session.path("cancel_url").asString("");
        return url.isEmpty() ? "" : "<p><a href=\"%s\">%s</a></p>".formatted(escape(url), say(Word.CANCEL));
    }

    private String testCards() {
        return Stream.of(
                        Map.entry("4242 4242 4242 4242", Word.CARD_GOOD),
                        Map.entry("4000 0000 0000 3220", Word.CARD_3DS),
                        Map.entry("4000 0000 0000 0002", Word.CARD_DECLINED),
                        Map.entry("4000 0000 0000 9995", Word.CARD_FUNDS),
                        Map.entry("4000 0000 0000 5126", Word.CARD_REFUND_FAILS))
                .map(card ->
                        "<tr><td><code>%s</code></td><td>%s</td></tr>".formatted(card.getKey(), say(card.getValue())))
                .collect(Collectors.joining());
    }

    private String total() {
        return price(session.path("amount_total").asLong());
    }

    private String price(long minor) {
        return Price.text(minor, session.path("currency").asString(), locale);
    }

    private String say(Word word) {
        return escape(word.in(locale));
    }
}
