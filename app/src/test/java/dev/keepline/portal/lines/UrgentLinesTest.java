package dev.keepline.portal.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.OfferingName;
import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.catalog.Samples;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Msisdn;
import dev.keepline.lines.Line;
import dev.keepline.lines.Management;
import dev.keepline.portal.lines.LineCard.Road;
import dev.keepline.portal.lines.LinesPage.Reminded;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What ends next stands first and is named, marked and said what to do about, whoever keeps the line and wherever it is renewed. */
class UrgentLinesTest {

    private static final Instant NOW = Instant.parse("2026-11-30T15:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
    private static final Words EN = words("en");
    private static final Words ZH = words("zh-CN");
    private static final Road CLOSED = new Road.Closed();
    private static final Road RENEWABLE =
            new Road.Renewable(Optional.of(Money.usd(1_307)), new OfferingName("Month", Map.of()), false, false);

    private static final LineCard TODAY_OTHER = tracked(1, "other", 0, CLOSED);
    private static final LineCard TOMORROW_FI = tracked(2, "google-fi", 1, new Road.Instructions());
    private static final LineCard NEXT_YEAR = tracked(3, "tmobile-prepaid", 355, CLOSED);
    private static final LineCard NEXT_MONTH = line(4, "sandbox-mobile", 40, RENEWABLE, Management.MANAGED);
    private static final LineCard STOPPED = tracked(5, "other", -3, CLOSED);

    @Test
    void soonest_comes_first_whichever_road_there_is() {
        var page = page(EN, NEXT_YEAR, NEXT_MONTH, TOMORROW_FI, TODAY_OTHER);
        assertThat(page.lines().stream().map(line -> line.names().number().plain()))
                .containsExactly("(212) 555-0101", "(212) 555-0102", "(212) 555-0104", "(212) 555-0103");
        assertThat(page.lines().stream().map(LineText::state))
                .containsExactly(LineState.DUE, LineState.DUE, LineState.FINE, LineState.OWN);
        assertThat(page.headline().plain())
                .isEqualTo("Service stops soon on 2 lines: (212) 555-0101 first, today is the last day");
        assertThat(page.intro().orElseThrow().plain()).isEqualTo("Renew (212) 555-0101 with your carrier today.");
    }

    @Test
    void the_number_is_named_where_it_is_the_only_one() {
        assertThat(page(EN, TOMORROW_FI).headline().plain())
                .isEqualTo("Service stops soon on (212) 555-0102: 2 days left");
        assertThat(page(ZH, TOMORROW_FI, NEXT_YEAR).headline().plain()).isEqualTo("(212) 555-0102 快到期了，还剩 2 天");
        assertThat(page(ZH, TOMORROW_FI).intro().orElseThrow().plain())
                .isEqualTo("请在12月1日（星期二）当天或之前向 Google Fi 为 (212) 555-0102 续费。");
    }

    @Test
    void the_line_itself_says_what_to_do() {
        assertThat(said(EN, TODAY_OTHER))
                .isEqualTo(
                        "Today is the last day of service. Renew it with your carrier today: it cannot be renewed here.");
        assertThat(said(ZH, TODAY_OTHER)).isEqualTo("今天是服务的最后一天。请今天就向您的运营商续费，这里不能续。");
        assertThat(said(ZH, TOMORROW_FI)).isEqualTo("2 天后停机。请在12月1日或之前向 Google Fi 续费，这里不能续。");
        assertThat(said(EN, line(6, "sandbox-mobile", 1, RENEWABLE, Management.MANAGED)))
                .isEqualTo("Service stops in 2 days.");
        var month = new OfferingName("Credit", Map.of());
        var credit = tracked(7, "tmobile-prepaid", 0, new Road.Renewable(Optional.empty(), month, false, true));
        assertThat(said(EN, credit))
                .isEqualTo("Today is the last day of service. Renew it with T-Mobile today: credit that is added here"
                        + " renews no plan.");
        assertThat(page(EN, credit).lines().getFirst().action().primary()).isFalse();
        var action = page(EN, TODAY_OTHER).lines().getFirst().action();
        assertThat(action.path()).endsWith("/elsewhere");
        assertThat(action.words().plain()).isEqualTo("I renewed it elsewhere");
        assertThat(page(EN, NEXT_YEAR).lines().getFirst().action().words().plain())
                .isEqualTo("Details");
    }

    @Test
    void a_number_is_not_called_safe_where_nobody_knows_how_long_it_is_kept() {
        assertThat(page(EN, STOPPED).headline().plain())
                .isEqualTo("(212) 555-0105 is suspended; how long the number is safe is not known");
        assertThat(page(EN, STOPPED).intro().orElseThrow().plain())
                .isEqualTo("Renew (212) 555-0105 with your carrier today.");
    }

    @Test
    void what_else_there_is_comes_in_one_sentence() {
        var unknown = tracked(7, "other", null, CLOSED);
        assertThat(page(ZH, STOPPED, TODAY_OTHER, unknown).intro().orElseThrow().plain())
                .endsWith("另有 1 个号码即将到期、1 个号码日期不明。");
        assertThat(page(EN, STOPPED, TODAY_OTHER, TOMORROW_FI, unknown)
                        .intro()
                        .orElseThrow()
                        .plain())
                .endsWith("Besides, 2 lines stop soon and the dates of one line are not known.");
    }

    @Test
    void of_a_carrier_that_nobody_knows_nothing_is_claimed() {
        var own = tracked(8, "other", 90, CLOSED);
        var text = page(ZH, own).lines().getFirst();
        assertThat(text.sentence().plain()).isEqualTo("日期是您自己填的。我们不知道这是哪家运营商，所以只提醒，不代充。");
        assertThat(text.clocks().number().source().words().plain()).isEqualTo("不知道是哪家运营商，没有规则可用");
        assertThat(said(ZH, tracked(9, "other", null, CLOSED))).isEqualTo("没有人填过日期，我们也不知道这是哪家运营商。我们不乱猜。");
        var refresh = new RefreshTexts(ZH, NOW, own, ZoneId.of("Asia/Shanghai"))
                .of(new Freshness(false, Optional.empty(), Optional.empty()), Optional.empty());
        assertThat(refresh.said().plain()).isEqualTo("我们不知道这个号码属于哪家运营商，所以无法查询它的记录。");
    }

    private static String said(Words w, LineCard card) {
        return page(w, card).lines().getFirst().sentence().plain();
    }

    private static LinesPage page(Words w, LineCard... cards) {
        return LinesPage.with(List.of(cards), List.of(), Reminded.ALL, w, NOW);
    }

    private static LineCard tracked(int n, String carrier, @Nullable Integer lastDayIn, Road road) {
        return line(n, carrier, lastDayIn, road, Management.TRACKED);
    }

    /** @param lastDayIn how many days from today the last day of service is, or null */
    private static LineCard line(int n, String carrier, @Nullable Integer lastDayIn, Road road, Management management) {
        var stated = Optional.ofNullable(lastDayIn).map(days -> new Line.Dated(TODAY.plusDays(days + 1L), NOW));
        var line = new Line(
                new AccountId(new UUID(0, 1)),
                new LineId(new UUID(0, n)),
                new Line.Identity(
                        carrier, "", Optional.of(new Msisdn("+1212555010" + n)), Optional.empty(), management),
                new Line.Home(new PlaceOfUse("NY", "10001"), ZoneId.of("America/New_York")),
                Optional.empty(),
                new Line.Dates(Optional.empty(), Optional.empty(), Optional.empty(), stated),
                0);
        return new LineViews(Samples.catalogue(), Samples.lapseRules()).card(line, road, NOW);
    }

    private static Words words(String tag) {
        return new Words(Languages.load().byTag(tag).orElseThrow());
    }
}
