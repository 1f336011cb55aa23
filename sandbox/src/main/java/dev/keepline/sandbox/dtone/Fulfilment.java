package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.Fault;
import dev.keepline.sandbox.Json;
import dev.keepline.sandbox.dtone.Product.Grant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The operators' side of an order: what changes on which line, rightly or as a fault has it. */
final class Fulfilment {

    private final Catalogue catalogue;
    private final Lines lines;

    Fulfilment(Catalogue catalogue, Lines lines) {
        this.catalogue = catalogue;
        this.lines = lines;
    }

    /** How the operator answers: the vendor's suffix first, then whether the line exists and is the operator's own. */
    Status decide(Transaction transaction) {
        Optional<String> number = transaction.line();
        if (number.isEmpty()) {
            return Status.COMPLETED;
        }
        Status bySuffix = Suffix.of(number.get()).end();
        if (!bySuffix.completed()) {
            return bySuffix;
        }
        Optional<ObjectNode> line = lines.find(number.get());
        if (line.isEmpty()) {
            return Status.DECLINED_INVALID_CREDIT_PARTY;
        }
        String seller = product(transaction).operator().name();
        return line.get().path("operator").asString().equals(seller)
                ? Status.COMPLETED
                : Status.DECLINED_INELIGIBLE_CREDIT_PARTY;
    }

    /** Changes the line, and writes down what changed so that it can be taken back. */
    void apply(Transaction transaction, Optional<Fault> fault) {
        Product product = product(transaction);
        if (transaction.line().isEmpty()) {
            newLine(transaction, product);
        }
        reference(transaction, product);
        if (fault.filter(Fault.COMPLETED_UNCHANGED::equals).isPresent()) {
            return;
        }
        boolean half = fault.filter(Fault.HALF_APPLIED::equals).isPresent();
        String asked = transaction.line().orElseThrow();
        String number = fault.filter(Fault.OTHER_LINE::equals).isPresent() ? another(asked, product) : asked;
        ObjectNode done = transaction.applied().addObject().put("line", number);
        if (product.esim()) {
            List<Grant> grants = product.offer().grants();
            String reference = "T" + transaction.id();
            lines.addPackage(
                    number,
                    reference,
                    half ? grants.stream().map(Grant::half).toList() : grants,
                    product.offer().days());
            done.put("package", reference);
        } else {
            BigDecimal face = transaction.face();
            BigDecimal credit = half ? face.divide(BigDecimal.TWO, 2, RoundingMode.DOWN) : face;
            lines.credit(number, credit);
            done.put("credit", credit);
        }
    }

    /** Takes back what was really done. */
    void takeBack(Transaction transaction) {
        for (JsonNode done : transaction.applied()) {
            String number = done.path("line").asString();
            if (done.has("package")) {
                lines.removePackage(number, done.path("package").asString());
            } else {
                lines.credit(number, done.path("credit").decimalValue().negate());
            }
        }
        transaction.applied().removeAll();
    }

    private void newLine(Transaction transaction, Product product) {
        String iccid = Iccids.issue(transaction.id());
        lines.put(lines.fresh(iccid, product.operator().name(), false));
        transaction.inside().put("line", iccid);
        transaction.document().withObject("metadata").set("profile", TransactionJson.profile(iccid));
    }

    private static void reference(Transaction transaction, Product product) {
        String digits = Long.toString(transaction.id());
        transaction.document().put("operator_reference", "SBX" + digits);
        String number = transaction.line().orElseThrow();
        if (product.esim() || Suffix.of(number).pin()) {
            transaction
                    .document()
                    .set("pin", Json.object().put("code", digits + "42").put("serial", number));
        }
    }

    /** Some other line of the same operator: one that is on file, else one nobody asked for. */
    private String another(String asked, Product product) {
        String operator = product.operator().name();
        Optional<String> onFile = lines.all().stream()
                .filter(line -> line.path("operator").asString().equals(operator))
                .map(line -> line.path("number").asString())
                .filter(number -> !number.equals(asked))
                .findFirst();
        if (onFile.isPresent()) {
            return onFile.get();
        }
        String stranger = product.esim() ? Iccids.issue(777_777_777L) : strangerNumber(asked);
        lines.put(lines.fresh(stranger, operator, true));
        return stranger;
    }

    private static String strangerNumber(String asked) {
        String last = asked.endsWith("98") ? "96" : "98";
        return asked.substring(0, asked.length() - 2) + last;
    }

    private Product product(Transaction transaction) {
        return catalogue.product(transaction.productId()).orElseThrow();
    }
}
