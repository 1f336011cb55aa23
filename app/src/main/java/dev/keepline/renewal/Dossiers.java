package dev.keepline.renewal;

import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.kernel.RequestId;
import dev.keepline.renewal.engine.Evidence;
import dev.keepline.renewal.engine.Stage;
import dev.keepline.renewal.postgres.AnswerRows;
import dev.keepline.renewal.postgres.WaitingRows;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Collects what is known of one renewal, for staff. It changes nothing. */
@Service
public class Dossiers {

    private final WaitingRows rows;
    private final AnswerRows answers;

    Dossiers(WaitingRows rows, AnswerRows answers) {
        this.rows = rows;
        this.answers = answers;
    }

    /** Empty when this account has none of that id. */
    public Optional<Dossier> find(AccountId account, RenewalId id) {
        return rows.find(account, id).map(row -> {
            var said = answers.answers(account, id);
            var course = new Dossier.Course(
                    row.dueAt(),
                    row.setAsideAt(),
                    row.failure(),
                    row.terms().payment().gateway(),
                    row.terms().goods().connector());
            return new Dossier(names(row, said), records(row), course, said, answers.sent(account, id));
        });
    }

    /** How the order of a renewal was sent; empty before it was. */
    public Optional<Dossier.Sent> order(AccountId account, RenewalId id) {
        return answers.sent(account, id).stream()
                .filter(sent -> sent.command().equals("PlaceOrder") && sent.sends() > 0)
                .findFirst();
    }

    private static Dossier.Names names(WaitingRows.Row row, List<Dossier.Answered> said) {
        var stage = row.stage();
        var order = order(stage).map(evidence -> evidence.order().vendorId());
        return new Dossier.Names(
                row.terms().goods().address(),
                RequestId.of(row.terms().id(), "o", 1).value(),
                order.or(() -> reference(said, "PlaceOrder", "FindOrder")),
                session(stage).or(() -> reference(said, "Open")),
                Views.payment(stage).or(() -> reference(said, "ReadPayment", "Capture", "Release", "ReadSession")));
    }

    private static Optional<String> reference(List<Dossier.Answered> said, String... questions) {
        return said.stream()
                .filter(one -> List.of(questions).contains(one.question()))
                .map(one -> one.answer().reference())
                .filter(reference -> !reference.isEmpty())
                .findFirst();
    }

    private static Optional<String> session(Stage stage) {
        return switch (stage) {
            case Stage.AwaitingPayment awaiting ->
                Optional.of(awaiting.session().ref());
            case Stage.Closing closing -> Optional.of(closing.session().ref());
            default -> Optional.empty();
        };
    }

    private static Optional<Evidence> order(Stage stage) {
        return switch (stage) {
            case Stage.ReadingBack back ->
                Optional.of(new Evidence(back.order(), Optional.of(back.before()), Optional.empty()));
            case Stage.InReview review ->
                Optional.of(new Evidence(review.order(), Optional.of(review.before()), Optional.empty()));
            case Stage.Capturing capturing -> Optional.of(capturing.evidence());
            case Stage.Renewed renewed -> Optional.of(renewed.evidence());
            case Stage.Kept kept -> Optional.of(kept.evidence());
            case Stage.Owed owed -> Optional.of(owed.evidence());
            default -> Optional.empty();
        };
    }

    /** Those of the stage, and where it has none, those that were acted on. What spoke against it is said until it is proven. */
    private static Dossier.Records records(WaitingRows.Row row) {
        var stage = row.stage();
        Optional<Snapshot> before = switch (stage) {
            case Stage.Ordering ordering -> ordering.before();
            case Stage.Resending resending -> resending.before();
            case Stage.Asking asking -> asking.before();
            default -> order(stage).flatMap(Evidence::before);
        };
        Optional<String> finding = switch (stage) {
            case Stage.InReview review -> Optional.of(review.finding());
            case Stage.Voiding _, Stage.NotCharged _ -> row.records().finding();
            default -> Optional.empty();
        };
        return new Dossier.Records(
                before.or(row.records()::before),
                order(stage).flatMap(Evidence::after).or(row.records()::after),
                finding);
    }
}
