package dev.keepline.identity;

import static dev.keepline.identity.PasswordRules.Problem.COMMON;
import static dev.keepline.identity.PasswordRules.Problem.LONG;
import static dev.keepline.identity.PasswordRules.Problem.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thirteen calm otters",
                "correct zebra soap lamp",
                "十五个汉字的密码也很好用请放心了",
                "пятнадцать тихих выдр",
                "   spaces   count  too   ",
                "📶🔑🐢🌧️🥁🚲🧭🪁🎈🧊🪴🍊🔦🧵"
            })
    void long_ones_of_any_characters_are_welcome(String password) {
        assertThat(problem(password)).isEmpty();
    }

    @Test
    void length_is_counted_in_code_points_as_they_are_kept() {
        assertThat(problem("fourteen chars")).contains(SHORT);
        assertThat(problem("🐢".repeat(7) + "🔑".repeat(7)))
                .as("14 code points in 28 units")
                .contains(SHORT);
        assertThat(problem("e\u0301".repeat(14))).as("NFKC makes 14 of 28").contains(SHORT);
        assertThat(problem("   fourteen chars   "))
                .as("spaces around count for nothing")
                .contains(SHORT);
        assertThat(problem("x9 q".repeat(50))).as("200 fit").isNotEqualTo(Optional.of(LONG));
        assertThat(problem("x".repeat(201))).contains(LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "123456789012345",
                "1234567890123456789012345678901234567890",
                "qwertyuiopasdfghjkl",
                "aaaaaaaaaaaaaaaaaaaa",
                "abcdefghijklmnopqrstuvwxyz",
                "Password12345678",
                "keeplinekeepline",
                "Keepline 2026 Keepline",
                "lin.wei@example.com",
                "Lin Wei Lin Wei!",
                "thisisapassword",
                "iloveyousomuch123",
                "january february",
                "correct horse battery staple",
                "Correct-Horse-Battery-Staple 1",
                "weilin@example.com1"
            })
    void what_is_tried_first_is_refused(String password) {
        assertThat(problem(password)).contains(COMMON);
    }

    @Test
    void a_hostile_password_is_judged_quickly() {
        var slow = "aA1!".repeat(50);
        var began = System.nanoTime();
        problem(slow);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    private static Optional<PasswordRules.Problem> problem(String password) {
        return OwnWords.problem(password, "Lin Wei", new EmailAddress("lin.wei@example.com"));
    }
}
