package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.journey.World;
import dev.keepline.renewal.AcceptedTerms;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Terms and privacy notice are there for everybody, in both languages, and named where somebody accepts them. */
class LegalPagesTest {

    @RegisterExtension
    static final World world = new World();

    @Test
    void both_are_read_without_an_account_in_both_languages_and_say_that_nobody_checked_them_yet() {
        var reader = visitor();
        assertThat(reader.get("/terms").body())
                .contains("Terms of service", "Version " + AcceptedTerms.SERVICE_VERSION, "Keepline demonstration")
                .contains("has not confirmed yet that a lawyer has checked");
        assertThat(reader.get("/privacy").body())
                .contains("Privacy notice", "Keepline demonstration", "The cookies are");
        assertThat(reader.get("/terms", "Accept-Language", "zh-CN").body()).contains("服务条款", "尚未确认本文已由律师审核");
        assertThat(reader.get("/privacy", "Accept-Language", "zh-CN").body()).contains("隐私说明", "完整卡号不会经过这里");
    }

    @Test
    void sign_up_and_every_footer_lead_there() {
        assertThat(visitor().get("/signup").body())
                .contains("you accept the terms of service", AcceptedTerms.SERVICE_VERSION, "href=\"/privacy\"");
        assertThat(visitor().get("/login").body()).contains("href=\"/terms\"", "href=\"/privacy\"");
    }

    @Test
    void the_versions_of_old_quotes_are_read_as_they_were() {
        assertThat(AcceptedTerms.parse("2026-11-25")).isEqualTo(new AcceptedTerms(Optional.empty(), "2026-11-25"));
        assertThat(AcceptedTerms.parse(AcceptedTerms.now("2026-11-25").text()))
                .isEqualTo(AcceptedTerms.now("2026-11-25"));
    }

    private static Visitor visitor() {
        var origin = world.url("/").toString();
        return new Visitor(origin.substring(0, origin.length() - 1));
    }
}
