package dev.keepline.renewal;

import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything there is to know of one renewal, for the people who look into it. */
public record Dossier(Names names, Records records, Course course, List<Answered> answers, List<Sent> sent) {

    /**
     * By what others know it.
     *
     * @param order the reference that goes to the connector as ours
     * @param vendorOrder the connector's own name for the order
     * @param session the gateway's payment page
     */
    public record Names(
            LineAddress line,
            String order,
            Optional<String> vendorOrder,
            Optional<String> session,
            Optional<String> payment) {}

    /**
     * The carrier's record around the order.
     *
     * @param finding why it is not what was bought, as the engine wrote it
     */
    public record Records(Optional<Snapshot> before, Optional<Snapshot> after, Optional<String> finding) {}

    /** When it goes on, and why it does not. */
    public record Course(
            Optional<Instant> nextAt,
            Optional<Instant> setAsideAt,
            Optional<String> failure,
            String gateway,
            String connector) {}

    /** The last answer to one question or command. */
    public record Answered(String question, Answer answer, Instant at) {}

    /**
     * A command that was sent under our own name for it.
     *
     * @param sends how often it was tried: each try but the last is proven not done
     */
    public record Sent(String command, String reference, int sends, Instant firstAt, Instant lastAt) {}

    /** The answer that came last. */
    public Optional<Answered> last() {
        return answers.stream().findFirst();
    }

    /** What the connector said when it would not take the order. */
    public Optional<String> orderRefusal() {
        return answers.stream()
                .filter(one ->
                        one.question().equals("PlaceOrder") || one.question().equals("FindOrder"))
                .filter(one -> one.answer().outcome().equals("REFUSED"))
                .map(one -> one.answer().said())
                .findFirst();
    }
}
