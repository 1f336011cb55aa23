package dev.keepline.portal.bills;

import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Optional;

/**
 * What an account's money did.
 *
 * @param source of it all, and the zone of its days
 */
public record BillsPage(Head head, Chart chart, Shown source, Filter filter, List<Row> rows, Links links) {

    /** @param notes what is held now, kept with us, or on its way back */
    public record Head(Shown headline, List<Shown> notes) {}

    /**
     * Spend by month as a picture, and the same as a table.
     *
     * @param described in one sentence, for whoever does not see it
     */
    public record Chart(List<Bar> bars, String described, Shown caption, List<Month> months, Month total) {

        /** Whether anything came back, which the picture then has to explain. */
        public boolean refunds() {
            return bars.stream().anyMatch(bar -> bar.refunded() > 0);
        }
    }

    /**
     * One month of the picture.
     *
     * @param x of its left edge, in percent
     * @param spent what stays spent, and above it what came back, in pixels
     * @param value to write above the highest
     */
    public record Bar(double x, int spent, int refunded, String label, Optional<String> value) {}

    public record Month(String name, Shown charged, Shown refunded, Shown spent) {}

    public record Filter(List<Choice> lines, List<Choice> kinds, List<Choice> years) {}

    /** One entry of a list to choose from; the empty value stands for all. */
    public record Choice(String value, String label, boolean chosen) {}

    /**
     * One movement.
     *
     * @param about the line, what was bought, and by what it was paid
     * @param before that it was held first, and when; of a hold, what became of it
     * @param amount as it is for the person: taken, come back, or only held
     * @param renewal where its renewal is to be seen
     * @param receipt of a charge
     */
    public record Row(
            Shown day,
            Shown what,
            Shown about,
            Optional<Shown> before,
            Shown amount,
            boolean moves,
            Optional<String> renewal,
            Optional<String> receipt) {}

    /**
     * @param earlier the next page; empty on the last
     * @param newest back to the first page; empty there
     * @param csv the same selection as a file
     */
    public record Links(Optional<String> earlier, Optional<String> newest, String csv) {}
}
