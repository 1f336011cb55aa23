package dev.keepline.demo;

import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Msisdn;
import dev.keepline.lines.Line;
import dev.keepline.lines.Management;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A line of the demo subscriber.
 *
 * @param end of service
 */
record DemoLine(Line.Identity identity, String state, String zip, String offering, End end) {

    /** How the end of service is known, in days from today; negative when it has passed. */
    sealed interface End {

        /** The sandbox carrier's record says so, with this much data left. */
        record Recorded(int days, String gigabytes) implements End {}

        /** The subscriber said so. */
        record Stated(int days) implements End {}

        /** Nobody says. */
        record Unsaid() implements End {}
    }

    /** One for each state a line can be in, and two that show roads of their own. */
    static final List<DemoLine> ALL = List.of(
            esim("Travel 旅行", "2125550108", "8901999900000002878", "sandbox-monthly", new End.Recorded(41, "3.20")),
            esim("Work 工作", "4155550117", "8901999900000003082", "sandbox-monthly", new End.Recorded(4, "0.60")),
            esim("Mum 妈妈", "6465550123", "8901999900000003439", "sandbox-quarterly", new End.Recorded(-18, "0.00")),
            esim("Bank codes 银行", "2125550142", "8901999900000003785", "sandbox-payg", new End.Recorded(-54, "0.00")),
            number("Old flat 旧居", "att-prepaid", "2125550163", new End.Stated(-80)),
            number("Spare 备用", "tmobile-prepaid", "4155550177", new End.Unsaid()),
            number("Shop 店铺", "att-prepaid", "7185550184", new End.Stated(9)),
            new DemoLine(
                    identity("google-fi", "Family 家人", "9175550195", Optional.empty(), Management.TRACKED),
                    "NY",
                    "10001",
                    "fi-flexible",
                    new End.Stated(12)));

    private static DemoLine esim(String label, String number, String iccid, String offering, End end) {
        var identity = identity("sandbox-mobile", label, number, Iccid.parse(iccid), Management.MANAGED);
        return new DemoLine(identity, "NY", "10001", offering, end);
    }

    private static DemoLine number(String label, String carrier, String number, End end) {
        var offering = carrier.equals("att-prepaid") ? "att-prepaid-top-up" : "tmobile-prepaid-top-up";
        return new DemoLine(
                identity(carrier, label, number, Optional.empty(), Management.MANAGED), "CA", "94105", offering, end);
    }

    private static Line.Identity identity(
            String carrier, String label, String number, Optional<Iccid> iccid, Management management) {
        return new Line.Identity(carrier, label, Msisdn.parse(number), iccid, management);
    }

    Optional<Line.Dated> stated(LocalDate today, Instant now) {
        return end instanceof End.Stated(var days)
                ? Optional.of(new Line.Dated(today.plusDays(days), now.truncatedTo(ChronoUnit.SECONDS)))
                : Optional.empty();
    }
}
