package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.Agenda;
import dev.keepline.sandbox.Fault;
import dev.keepline.sandbox.FaultRule;
import dev.keepline.sandbox.Faults;
import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.Outbox;
import dev.keepline.sandbox.SandboxContext;
import dev.keepline.sandbox.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The life of transactions: created, confirmed, submitted, then completed or declined; a completed one may be reversed. */
final class Transactions {

    private static final String FINISH = "dtone-finish";
    private static final String REVERSE = "dtone-reverse";
    private static final Set<Fault> OF_ORDERS =
            EnumSet.of(Fault.HALF_APPLIED, Fault.OTHER_LINE, Fault.COMPLETED_UNCHANGED, Fault.REVERSED_LATER);

    /** What a request for a change came to. */
    sealed interface Outcome {
        record Changed(ObjectNode document) implements Outcome {}

        record Refused(Errors error) implements Outcome {}
    }

    private final Store store;
    private final InstantSource clock;
    private final Agenda agenda;
    private final Faults faults;
    private final Outbox outbox;
    private final Prepaid prepaid;
    private final Fulfilment fulfilment;
    private final MVMap<String, String> byId;
    private final MVMap<String, String> byExternalId;
    private final Waiting waiting = new Waiting();

    Transactions(SandboxContext context, Prepaid prepaid, Fulfilment fulfilment) {
        this.store = context.store();
        this.clock = context.clock();
        this.agenda = context.agenda();
        this.faults = context.faults();
        this.outbox = context.outbox();
        this.prepaid = prepaid;
        this.fulfilment = fulfilment;
        this.byId = store.map("dtone-transactions");
        this.byExternalId = store.map("dtone-external-ids");
        agenda.task(FINISH, item -> finish(item.path("id").asLong()));
        agenda.task(REVERSE, item -> reverse(item.path("id").asLong()));
    }

    Outcome create(Order order) {
        return store.write(() -> {
            if (byExternalId.containsKey(order.externalId())) {
                return new Outcome.Refused(Errors.EXTERNAL_ID_USED);
            }
            if (!prepaid.authorise(order.product().wholesale(order.face()))) {
                return new Outcome.Refused(Errors.INSUFFICIENT_BALANCE);
            }
            Transaction transaction = Transaction.of(nextId(), order, now());
            byExternalId.put(order.externalId(), key(transaction.id()));
            if (order.autoConfirm()) {
                confirm(transaction);
            }
            return save(transaction);
        });
    }

    Outcome confirm(long id) {
        return store.write(() -> {
            Optional<Transaction> found = find(id);
            if (found.isEmpty()) {
                return new Outcome.Refused(Errors.TRANSACTION_NOT_FOUND);
            }
            Transaction transaction = found.get();
            Optional<Errors> refusal = refuseConfirmation(transaction);
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get());
            }
            confirm(transaction);
            return save(transaction);
        });
    }

    private Optional<Errors> refuseConfirmation(Transaction transaction) {
        if (transaction.status() == Status.CANCELLED) {
            return Optional.of(Errors.ALREADY_CANCELLED);
        }
        if (transaction.status() != Status.CREATED) {
            return Optional.of(Errors.ALREADY_CONFIRMED);
        }
        Instant until = Instant.parse(
                transaction.document().path("confirmation_expiration_date").asString());
        return now().isAfter(until) ? Optional.of(Errors.CANNOT_CONFIRM) : Optional.empty();
    }

    /** Decides here which fault the order will meet, so that a restart between confirmation and end changes nothing. */
    private void confirm(Transaction transaction) {
        Duration delay = transaction.line().map(line -> Suffix.of(line).delay()).orElse(Duration.ZERO);
        transaction.document().put("confirmation_date", now().toString());
        transaction.to(delay.isZero() ? Status.CONFIRMED : Status.SUBMITTED);
        Optional<FaultRule> fault = faults.take(DtOne.NAME, "order", OF_ORDERS);
        fault.ifPresent(rule -> transaction
                .inside()
                .put("fault", rule.fault().wire())
                .put("fault_delay_ms", rule.delayOr(2_000).toMillis()));
        agenda.at(clock.instant().plus(delay), FINISH, Json.object().put("id", transaction.id()));
    }

    Outcome cancel(long id) {
        return store.write(() -> {
            Optional<Transaction> found = find(id);
            if (found.isEmpty()) {
                return new Outcome.Refused(Errors.TRANSACTION_NOT_FOUND);
            }
            Transaction transaction = found.get();
            if (transaction.status() == Status.CANCELLED) {
                return new Outcome.Refused(Errors.ALREADY_CANCELLED);
            }
            if (transaction.status() != Status.CREATED) {
                return new Outcome.Refused(Errors.CANNOT_CANCEL);
            }
            prepaid.voidHolding(transaction.wholesale());
            transaction.to(Status.CANCELLED);
            return save(transaction);
        });
    }

    /** The operator's answer arrives. Runs again after a kill, so an ended transaction stays as it is. */
    private void finish(long id) {
        store.write(() -> find(id).filter(each -> !each.status().ended()).ifPresent(this::end));
        waiting.ended(id);
    }

    private void end(Transaction transaction) {
        Status status = fulfilment.decide(transaction);
        Optional<Fault> fault = transaction.inside().path("fault").asStringOpt().flatMap(Fault::of);
        transaction.to(status);
        if (status.completed()) {
            prepaid.capture(transaction.wholesale());
            fulfilment.apply(transaction, fault);
            if (fault.filter(Fault.REVERSED_LATER::equals).isPresent()) {
                long later = transaction.inside().path("fault_delay_ms").asLong();
                agenda.at(
                        clock.instant().plusMillis(later),
                        REVERSE,
                        Json.object().put("id", transaction.id()));
            }
        } else {
            prepaid.voidHolding(transaction.wholesale());
        }
        save(transaction);
        report(transaction);
    }

    /** Takes a completed transaction back, as the vendor does by hand; false when it is not completed. */
    boolean reverse(long id) {
        return store.write(() -> {
            Optional<Transaction> found = find(id).filter(each -> each.status().completed());
            found.ifPresent(transaction -> {
                fulfilment.takeBack(transaction);
                prepaid.reverse(transaction.wholesale());
                transaction.to(Status.REVERSED);
                save(transaction);
                report(transaction);
            });
            return found.isPresent();
        });
    }

    /** Whether it ended within this time. */
    boolean await(long id, Duration atMost) {
        return waiting.await(
                id, atMost, () -> find(id).map(each -> each.status().ended()).orElse(true));
    }

    private void report(Transaction transaction) {
        transaction.callbackUrl().ifPresent(url -> outbox.send(DtOne.NAME, url, Json.write(transaction.document())));
    }

    private Outcome save(Transaction transaction) {
        byId.put(key(transaction.id()), transaction.stored());
        return new Outcome.Changed(transaction.document());
    }

    Optional<Transaction> find(long id) {
        @Nullable String stored = byId.get(key(id));
        return stored == null ? Optional.empty() : Optional.of(Transaction.parse(stored));
    }

    Optional<Transaction> findByExternalId(String externalId) {
        @Nullable String key = byExternalId.get(externalId);
        return key == null ? Optional.empty() : find(Long.parseLong(key));
    }

    /** Newest first, back to this moment. */
    Stream<Transaction> since(Instant from) {
        return Stream.iterate(byId.lastKey(), Objects::nonNull, byId::lowerKey)
                .flatMap(key -> find(Long.parseLong(key)).stream())
                .takeWhile(each -> !Instant.parse(
                                each.document().path("creation_date").asString())
                        .isBefore(from));
    }

    /** Ids rise, with gaps: other buyers order too. */
    private long nextId() {
        @Nullable String last = byId.lastKey();
        return last == null ? 2_238_000_017L : Long.parseLong(last) + 3 + Long.parseLong(last) % 5;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String key(long id) {
        return String.format("%019d", id);
    }
}
