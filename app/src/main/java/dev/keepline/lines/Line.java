package dev.keepline.lines;

import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.Snapshot;
import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Msisdn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A subscribed line.
 *
 * @param offering the catalogue id of the plan it is on, where known
 * @param nextSegment the number of the next stretch of validity to be bought
 */
public record Line(
        AccountId account,
        LineId id,
        Identity identity,
        Home home,
        Optional<String> offering,
        Dates dates,
        int nextSegment) {

    /** Names of a line: its carrier in the catalogue, the subscriber's own word for it, its number and SIM profile. */
    public record Identity(
            String carrier, String label, Optional<Msisdn> msisdn, Optional<Iccid> iccid, Management management) {}

    /** Where a line is at home: the place that is taxed, and the zone in which its days are counted. */
    public record Home(PlaceOfUse place, ZoneId zone) {}

    /**
     * What is known of the end of service, each from its own source.
     *
     * @param reading what the carrier's record said last, with the time it was read
     * @param recorded the last end of service that the record named: a record that has run out names none any more
     * @param bought the first day without service by the published rule, from what was last bought here
     * @param stated the first day without service as the subscriber said
     * @param told the first day without service as the operator's own files say
     */
    public record Dates(
            Optional<Snapshot> reading,
            Optional<Recorded> recorded,
            Optional<Dated> bought,
            Optional<Dated> stated,
            Optional<Dated> told) {

        /** Of which the operator's files say nothing. */
        public Dates(
                Optional<Snapshot> reading,
                Optional<Recorded> recorded,
                Optional<Dated> bought,
                Optional<Dated> stated) {
            this(reading, recorded, bought, stated, Optional.empty());
        }
    }

    /** An end of service as the carrier recorded it, and when it was read. */
    public record Recorded(Instant endsAt, Instant readAt) {}

    /** A first day without service, in the line's zone, and when it became known. */
    public record Dated(LocalDate serviceEndsOn, Instant at) {}

    /** How a carrier finds this line: by its profile where it has one. */
    public Optional<LineAddress> address() {
        return identity.iccid()
                .<LineAddress>map(LineAddress.ByIccid::new)
                .or(() -> identity.msisdn().map(LineAddress.ByMsisdn::new));
    }
}
