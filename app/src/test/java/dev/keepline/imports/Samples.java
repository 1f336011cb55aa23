package dev.keepline.imports;

import dev.keepline.catalog.Carrier;
import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Catalogue;
import dev.keepline.kernel.Iccid;
import java.util.List;
import java.util.stream.IntStream;

/** Files of lines for tests. */
final class Samples {

    static final String HEADER = "reference,email,number,iccid,carrier,plan,label,state,zip,zone,service_until\n";

    private Samples() {}

    /** Two carriers without plans. */
    static Catalogue catalogue() {
        return new Catalogue(
                List.of(
                        new Carrier(new CarrierId("sandbox-mobile"), "Sandbox Mobile", true),
                        new Carrier(new CarrierId("att-prepaid"), "AT&T Prepaid", false)),
                List.of());
    }

    /** For these carriers, with letters in English and Chinese. */
    static RowRules rules() {
        return new RowRules(catalogue(), tag -> tag.startsWith("en") || tag.startsWith("zh"));
    }

    /** A good row with a profile of its own. */
    static String row(int n) {
        return "A-%d,holder%d@example.com,,%s,sandbox-mobile,,Line %d,NY,10001,,2026-12-31\n"
                .formatted(n, n, iccid(n), n);
    }

    /** The n-th profile, with the check digit it needs. */
    static String iccid(int n) {
        var body = "890199991%09d".formatted(n);
        return IntStream.range(0, 10)
                .mapToObj(digit -> body + digit)
                .flatMap(text -> Iccid.parse(text).stream())
                .map(Iccid::digits)
                .findFirst()
                .orElseThrow();
    }
}
