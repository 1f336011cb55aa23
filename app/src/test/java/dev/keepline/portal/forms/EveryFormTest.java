package dev.keepline.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.journey.World;
import dev.keepline.portal.forms.Form.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every field of every form ({@link Table}) with every input ({@link Input}): what is wrong is said in the reader's language
 * beside the field, what was typed is kept, nothing is stored half, nothing of anybody else is shown, no card is kept.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryFormTest {

    @RegisterExtension
    static final World world = new World();

    private static final Pattern NAMES =
            Pattern.compile("<(?:input|select|textarea|button)\\b[^>]*?\\sname=\"([^\"]+)\"");

    private static Ground ground;
    private static Readers readers;
    private static Kept kept;
    private static List<Form> forms;

    @BeforeAll
    static void prepare() {
        ground = new Ground(world);
        readers = new Readers(world);
        kept = new Kept(world);
        forms = new Table(ground).forms();
    }

    @Test
    void every_route_that_takes_a_form_stands_in_the_table() {
        var mapping = world.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var posts = mapping.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(route -> !Table.NO_FORMS.contains(route))
                .collect(Collectors.toCollection(TreeSet::new));
        var tried = forms.stream().map(Form::route).collect(Collectors.toCollection(TreeSet::new));
        assertThat(tried).as("a form that nobody tries: write it into Table").isEqualTo(posts);
    }

    @TestFactory
    Stream<DynamicTest> every_field_of_a_form_stands_in_the_table() {
        return forms.stream()
                .map(form -> DynamicTest.dynamicTest(form.route(), () -> {
                    var at = form.at().get();
                    if (at.page().isEmpty()) {
                        return;
                    }
                    var body = readers.of(form, "en").get(at.page()).body();
                    var html = Pattern.compile(
                                    "<form[^>]* action=\"" + Pattern.quote(at.action()) + "(#[^\"]*)?\".*?</form>",
                                    Pattern.DOTALL)
                            .matcher(body)
                            .results()
                            .map(MatchResult::group)
                            .collect(Collectors.joining());
                    assertThat(html)
                            .as("a form to %s on %s", at.action(), at.page())
                            .isNotEmpty();
                    var found = NAMES.matcher(html)
                            .results()
                            .map(name -> name.group(1))
                            .collect(Collectors.toSet());
                    found.remove("_csrf");
                    assertThat(form.fields().keySet()).as(form.route()).containsAll(found);
                }));
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> every_field_with_every_input() {
        return forms.stream()
                .flatMap(form -> form.fields().entrySet().stream()
                        .filter(field -> !field.getKey().equals("file"))
                        .map(field -> DynamicTest.dynamicTest(
                                form.route() + " " + field.getKey(),
                                () -> tried(form, field.getKey(), field.getValue()))));
    }

    @Test
    @Order(2)
    void no_cards_number_is_kept_in_the_database_or_in_the_log() {
        forms.forEach(form -> form.fields()
                .forEach((name, field) -> List.of(Input.CARD, Input.WIDE_CARD).forEach(card -> {
                    if (field.kind().inputs().contains(card)) {
                        kept.forgetTries();
                        readers.send(form, form.at().get(), filled(form, name, card), "en");
                    }
                })));
        assertThat(kept.cards()).isEmpty();
    }

    private static void tried(Form form, String name, Field field) {
        var problems = new ArrayList<String>();
        var languages = List.of("en", "zh-CN");
        int turn = 0;
        for (var input : field.kind().inputs()) {
            var language = languages.get(turn++ % languages.size());
            kept.forgetTries();
            readers.of(form, language);
            var at = form.at().get();
            var before = kept.fingerprint();
            var answer = readers.send(form, at, filled(form, name, input), language);
            var verdict = new Verdict(kept, form, name, new Verdict.Sent(input, input.text(ground), language));
            verdict.problems(answer, before.equals(kept.fingerprint()))
                    .forEach(problem ->
                            problems.add(input + " (" + language + ") " + answer.statusCode() + ": " + problem));
        }
        assertThat(problems).as(form.route() + " " + name).isEmpty();
    }

    /** Everything right but one field. */
    private static Map<String, String> filled(Form form, String name, Input input) {
        var values = new HashMap<String, String>();
        form.fields().forEach((key, field) -> values.put(key, field.good().get()));
        input.text(ground).ifPresentOrElse(text -> values.put(name, text), () -> values.remove(name));
        return values;
    }
}
