package dev.keepline.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FormTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    @Test
    void nested_brackets_become_hashes_and_lists() {
        var params =
                Params.of("line_items[0][price_data][currency]=usd&line_items[0][quantity]=2&line_items[1][quantity]=3"
                        + "&expand[]=a&expand[]=b.c&metadata[order%20no]=x%26y&flag=true");
        assertThat(params.list("line_items")).hasSize(2);
        assertThat(params.list("line_items").getFirst().child("price_data").required("currency"))
                .isEqualTo("usd");
        assertThat(params.list("line_items").get(1).integer("quantity")).hasValue(3);
        assertThat(params.texts("expand")).containsExactly("a", "b.c");
        assertThat(params.entries("metadata")).containsEntry("order no", "x&y");
        assertThat(params.flag("flag")).isTrue();
    }

    @Test
    void list_items_keep_their_numeric_order() {
        var params = Params.of("a[10]=last&a[2]=second&a[0]=first");
        assertThat(params.texts("a")).containsExactly("first", "second", "last");
    }

    @Test
    void errors_name_the_parameter_as_stripe_does() {
        var item = Params.of("line_items[0][quantity]=two").list("line_items").getFirst();
        assertThatThrownBy(() -> item.integer("quantity"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.body()
                                        .path("error")
                                        .path("param")
                                        .asString())
                                .isEqualTo("line_items[0][quantity]"));
    }

    @Test
    void equal_parameters_in_another_order_are_the_same_call() {
        assertThat(Params.of("b=2&a[x]=1").canonical())
                .isEqualTo(Params.of("a[x]=1&b=2").canonical());
        assertThat(Params.of("a=1").canonical()).isNotEqualTo(Params.of("a=2").canonical());
    }

    @Test
    void expiry_is_read_as_people_write_it() {
        for (String typed : new String[] {"12/34", "12 / 34", "1234", "12-34", "12/2034", "12 34"}) {
            assertThat(TypedCard.check("4242424242424242", typed, "123", NOW))
                    .as(typed)
                    .isInstanceOf(TypedCard.Usable.class);
        }
        assertThat(TypedCard.check("4242424242424242", "11/26", "123", NOW)).isInstanceOf(TypedCard.Usable.class);
        assertThat(TypedCard.check("4242424242424242", "10/26", "123", NOW)).isInstanceOf(TypedCard.Unusable.class);
    }
}
