package dev.keepline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.cli.ClocksDesk;
import dev.keepline.catalog.cli.ClocksQuestion;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates worked out by hand from the published rules, one row a payment. A dash is unknown. */
class GoldenDatesTest {

    private static final ClocksDesk DESK = new ClocksDesk(Samples.catalogue(), Samples.lapseRules());

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(textBlock = """
            # what was paid                                  on          service ends  number lost  not after
            att-prepaid --amount 25                        , 2026-01-31, 2026-05-01, 2026-06-30, 2026-06-30
            att-prepaid --amount 10                        , 2026-01-31, 2026-03-02, 2026-05-01, 2026-05-01
            att-prepaid --amount 24.99                     , 2026-01-31, 2026-03-02, 2026-05-01, 2026-05-01
            att-prepaid --amount 99.99                     , 2026-01-31, 2026-05-01, 2026-06-30, 2026-06-30
            att-prepaid --amount 100                       , 2026-01-31, 2027-01-31, 2027-04-01, 2027-04-01
            att-prepaid --amount 100                       , 2027-03-01, 2028-02-29, 2028-04-29, 2028-04-29
            att-prepaid --amount 100                       , 2028-02-29, 2029-02-28, 2029-04-29, 2029-04-29
            att-prepaid --amount 9.99                      , 2026-01-31, -         , -         , -
            att-prepaid --plan att-prepaid-25-price-lock   , 2026-01-31, 2026-03-02, 2026-05-01, 2026-05-01
            att-prepaid --plan att-prepaid-12mo-unlimited  , 2026-08-17, 2027-08-12, 2027-10-11, 2027-10-11
            att-prepaid --plan att-prepaid-8gb-3mo-2025    , 2025-11-30, 2026-02-28, 2026-04-29, 2026-04-29
            att-prepaid --plan att-prepaid-non-monthly-balance, 2026-11-25, 2027-02-23, 2027-04-24, 2027-04-24
            att-prepaid --plan att-prepaid-unlimited-saver --amount 34.99, 2026-11-25, -, -, -
            tmobile-prepaid --amount 0.01                  , 2026-01-31, 2026-05-01, 2026-07-30, 2026-08-29
            tmobile-prepaid --amount 99.99                 , 2026-05-06, 2026-08-04, 2026-11-02, 2026-12-02
            tmobile-prepaid --amount 100                   , 2026-01-31, 2027-01-31, 2027-05-01, 2027-05-31
            tmobile-prepaid --plan tmo-connect-5gb         , 2026-01-31, 2026-03-02, 2026-05-31, 2026-06-30
            tmobile-prepaid --plan tmo-starter-monthly     , 2028-01-31, 2028-02-29, 2028-05-29, 2028-06-28
            google-fi                                      , 2026-01-31, 2026-02-28, 2026-05-02, 2026-05-02
            google-fi                                      , 2028-01-31, 2028-02-29, 2028-05-02, 2028-05-02
            google-fi                                      , 2026-11-01, 2026-12-01, 2027-02-02, 2027-02-02
            google-fi --plan fi-flexible                   , 2026-11-01, 2026-12-01, 2027-02-02, 2027-02-02
            sandbox-mobile --plan sandbox-monthly          , 2026-11-25, 2026-12-25, 2027-02-23, 2027-02-23
            sandbox-mobile --plan sandbox-quarterly        , 2026-11-25, 2027-02-23, 2027-04-24, 2027-04-24
            sandbox-mobile --plan sandbox-yearly           , 2026-11-25, 2027-11-25, 2028-01-24, 2028-01-24
            sandbox-mobile --amount 9                      , 2026-11-25, 2027-02-23, 2027-04-24, 2027-04-24
            tello                                          , 2026-01-31, 2026-03-02, -         , -
            tello --amount 10                              , 2026-11-30, 2027-02-28, 2027-02-28, 2027-02-28
            ultra                                          , 2026-01-31, 2026-03-02, 2026-04-01, 2026-04-01
            ultra --amount 5                               , 2026-01-31, 2026-03-02, -         , -
            mint --plan P3M                                , 2026-11-30, 2027-02-28, 2027-03-30, 2027-04-29
            us-mobile                                      , 2026-01-31, 2026-03-02, 2026-04-01, 2026-04-01
            us-mobile --variant super-lte                  , 2026-01-31, 2026-03-02, 2026-04-21, 2026-04-21
            us-mobile --variant unstated                   , 2026-01-31, 2026-03-02, 2026-04-16, 2026-04-16
            verizon-prepaid --plan P1M                     , 2026-01-31, 2026-02-28, 2026-04-29, 2026-04-29
            verizon-prepaid --amount 75 --variant joined-before-2018-11-06, 2026-01-31, 2026-07-30, 2026-07-30, 2026-07-30
            red-pocket                                     , 2026-01-31, -         , -         , -
            airalo --plan P30D                             , 2026-01-31, 2026-03-02, 2026-05-01, -
            airalo --plan P180D                            , 2026-01-31, 2026-07-30, 2026-07-30, -
            """)
    void a_payment_ends_service_and_loses_the_number_on(
            String paid, String on, String serviceEndsOn, String numberLostOn, String notAfter) {
        var words = List.of(("--carrier " + paid + " --on " + on + " --as-of " + on).split(" +"));
        var clocks = DESK.answer(ClocksQuestion.parse(words), Instant.EPOCH).clocks();
        assertThat(Arrays.asList(
                        text(clocks.serviceEndsOn()),
                        text(clocks.numberLostOn()),
                        clocks.numberLostOn().latest().map(Object::toString).orElse("-")))
                .containsExactly(serviceEndsOn, numberLostOn, notAfter);
    }

    private static String text(OnDate date) {
        return date.earliest().map(Object::toString).orElse("-");
    }
}
