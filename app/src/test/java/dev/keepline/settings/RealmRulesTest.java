package dev.keepline.settings;

import static dev.keepline.settings.Realm.LIVE;
import static dev.keepline.settings.Realm.SANDBOX;
import static dev.keepline.settings.Realm.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RealmRulesTest {

    static Stream<Arguments> worlds() {
        return Stream.of(
                Arguments.of(true, List.of(SANDBOX, SANDBOX), true),
                Arguments.of(false, List.of(LIVE, LIVE), true),
                Arguments.of(false, List.of(TEST, TEST), true),
                Arguments.of(true, List.of(), true),
                Arguments.of(false, List.of(LIVE), true),
                Arguments.of(false, List.of(LIVE, SANDBOX), false),
                Arguments.of(true, List.of(LIVE, SANDBOX), false),
                Arguments.of(true, List.of(SANDBOX, TEST), false),
                Arguments.of(false, List.of(TEST, LIVE), false),
                Arguments.of(false, List.of(LIVE, TEST), false),
                Arguments.of(false, List.of(SANDBOX, SANDBOX), false),
                Arguments.of(true, List.of(LIVE, LIVE), false));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void counterparts_and_sandbox_are_of_one_world(boolean sandbox, List<Realm> realms, boolean fine) {
        var dealings = realms.stream()
                .map(realm -> new Dealing("Counterpart", realm, URI.create("https://a.example"), "url"))
                .toList();

        assertThat(RealmRules.problem(sandbox, dealings).isEmpty()).isEqualTo(fine);
    }
}
