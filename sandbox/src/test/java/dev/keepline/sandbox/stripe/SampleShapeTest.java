package dev.keepline.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keepline.sandbox.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Our answers against Stripe's official sample resources: every field they have, ours have, of the same kind. */
class SampleShapeTest {
    private static final List<Path> SAMPLES = List.of(
            Path.of("../../shared/contracts/stripe/fixtures3.json"),
            Path.of("../shared/contracts/stripe/fixtures3.json"));

    /** Fields of the samples that answers of this API version do not carry unless asked for. */
    private static final Map<String, Set<String>> ABSENT = Map.of("charge", Set.of("refunds"));

    @Test
    void answers_have_every_field_of_the_official_samples() throws Exception {
        Path file = SAMPLES.stream().filter(Files::exists).findFirst().orElse(SAMPLES.getFirst());
        if (!Files.exists(file)) System.out.println("skipped: " + file + " is not here");
        assumeTrue(Files.exists(file), "skipped: the official samples are not here");
        JsonNode samples = Json.parse(Files.readAllBytes(file)).path("resources");
        try (var stripe = StripeFixture.temporary()) {
            var held = stripe.held(StripeFixture.GOOD);
            stripe.client().v1().paymentIntents().capture(held.getId());
            stripe.client()
                    .v1()
                    .refunds()
                    .create(com.stripe.param.RefundCreateParams.builder()
                            .setPaymentIntent(held.getId())
                            .build());
            var wrong = new ArrayList<String>();
            for (String list : new String[] {
                "checkout/sessions", "payment_intents", "charges", "refunds", "events", "balance_transactions"
            }) {
                var ours = get(stripe, "/stripe/v1/" + list).path("data").path(0);
                compare(samples, ours, wrong);
            }
            compare(samples, get(stripe, "/stripe/v1/balance"), wrong);
            assertThat(wrong).isEmpty();
        }
    }

    private static void compare(JsonNode samples, JsonNode ours, List<String> wrong) {
        String object = ours.path("object").asString();
        assertThat(samples.has(object)).as("a sample of " + object).isTrue();
        var absent = ABSENT.getOrDefault(object, Set.of());
        samples.path(object)
                .propertyStream()
                .filter(field -> !absent.contains(field.getKey()))
                .forEach(field -> {
                    if (!ours.has(field.getKey())) wrong.add(object + "." + field.getKey() + " is missing");
                    else if (!alike(field.getValue(), ours.path(field.getKey()))) {
                        wrong.add(object + "." + field.getKey() + " is "
                                + ours.path(field.getKey()).getNodeType());
                    }
                });
        JsonNode card = ours.path("payment_method_details").path("card");
        Stream.of(samples.path(object).path("payment_method_details").path("card"))
                .flatMap(sample -> sample.propertyNames().stream())
                .filter(name -> !card.has(name))
                .forEach(name -> wrong.add(object + ".card." + name + " is missing"));
    }

    private static boolean alike(JsonNode sample, JsonNode ours) {
        return sample.isNull() || ours.isNull() || sample.getNodeType() == ours.getNodeType();
    }

    private static JsonNode get(StripeFixture stripe, String path) throws Exception {
        return Json.parse(stripe.get(path, "Authorization", "Bearer sk_test_x").body());
    }
}
