package dev.keepline.carriers.dtone;

import dev.keepline.kernel.Msisdn;
import dev.keepline.kernel.Outcome;
import tools.jackson.databind.JsonNode;

/** At which operator a number is, as DT One identifies it. */
final class NumberLookup {

    private final DtOneHttp http;

    NumberLookup(DtOneHttp http) {
        this.http = http;
    }

    /** The operator's name; refused where none is identified for certain. */
    Outcome<String> operator(Msisdn number) {
        return Pages.all(
                page -> http.ask(
                        "/lookup/mobile-number",
                        Wire.JSON.writeValueAsBytes(new Wire.NumberQuestion(number.e164(), page, Pages.PER_PAGE))),
                operators -> operators.stream()
                        .filter(node -> node.path("identified").asBoolean(false))
                        .flatMap((JsonNode node) -> Wire.read(node, Wire.Operator.class).stream())
                        .findFirst()
                        .<Outcome<String>>map(operator -> new Outcome.Done<>(operator.name()))
                        .orElseGet(() -> new Outcome.Refused<>("no operator identified")));
    }
}
