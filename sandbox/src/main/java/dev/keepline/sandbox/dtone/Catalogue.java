package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.dtone.Product.Grant;
import dev.keepline.sandbox.dtone.Product.Kind;
import dev.keepline.sandbox.dtone.Product.Offer;
import dev.keepline.sandbox.dtone.Product.Operator;
import dev.keepline.sandbox.dtone.Product.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Operators and products of one account. Ids differ from account to account, as the vendor's do: whoever writes one down
 * instead of discovering it fails on the next sandbox.
 */
final class Catalogue {

    static final String SANDBOX_MOBILE = "Sandbox Mobile";
    private static final BigDecimal UNLIMITED = BigDecimal.ONE.negate();
    private static final BigDecimal RECHARGE_MARGIN = new BigDecimal("0.045");
    private static final BigDecimal PLAN_MARGIN = new BigDecimal("0.25");

    private final int account;
    private final List<Operator> operators = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();

    /** The catalogue of an account: the number scatters the ids and nothing else. */
    Catalogue(int account) {
        this.account = account;
        Operator verizon = operator("Verizon USA", "USA");
        Operator att = operator("AT&T USA", "USA");
        Operator sandbox = operator(SANDBOX_MOBILE, "USA");
        Operator maple = operator("Maple Test Mobile", "CAN");
        Operator tmobile = operator("T-Mobile USA", "USA");
        recharges(verizon, "15", "30", "50");
        recharges(att, "10", "25", "50", "100");
        range(att);
        plans(sandbox);
        recharges(maple, "20", "40");
        recharges(tmobile, "10", "25", "50", "100");
        range(tmobile);
    }

    private void plans(Operator operator) {
        plan(operator, "Monthly", 30, "5", "15.00");
        plan(operator, "Quarterly", 90, "15", "39.00");
        plan(operator, "Yearly", 365, "60", "132.00");
        plan(operator, "Pay as you go", 90, "1", "9.00");
    }

    private void plan(Operator operator, String name, int days, String gigabytes, String price) {
        List<Grant> grants = new ArrayList<>();
        grants.add(new Grant("DATA", "DATA", "GB", new BigDecimal(gigabytes)));
        if (!name.startsWith("Pay")) {
            grants.add(new Grant("TALKTIME", "TIME", "MINUTES", UNLIMITED));
            grants.add(new Grant("SMS", "QUANTITY", "SMS", UNLIMITED));
        }
        Words words = new Words(
                operator.name() + " " + name + " " + gigabytes + " GB",
                name + ", " + days + " days, " + gigabytes
                        + " GB. Renewed early, its days begin when the present ones end.");
        BigDecimal face = new BigDecimal(price);
        add(words, Kind.FIXED_VALUE_PIN_PURCHASE, operator, new Offer(days, PLAN_MARGIN, face, face, grants));
    }

    private void recharges(Operator operator, String... amounts) {
        for (String amount : amounts) {
            BigDecimal face = new BigDecimal(amount + ".00");
            Words words = new Words(operator.name() + " " + amount + " USD", "Airtime of " + amount + " USD");
            add(
                    words,
                    Kind.FIXED_VALUE_RECHARGE,
                    operator,
                    new Offer(0, RECHARGE_MARGIN, face, face, List.of(airtime(face))));
        }
    }

    private void range(Operator operator) {
        BigDecimal least = new BigDecimal("10.00");
        BigDecimal most = new BigDecimal("100.00");
        Words words = new Words(operator.name() + " Open Range", "Airtime of any amount from 10 to 100 USD");
        add(
                words,
                Kind.RANGED_VALUE_RECHARGE,
                operator,
                new Offer(0, RECHARGE_MARGIN, least, most, List.of(airtime(least))));
    }

    static Grant airtime(BigDecimal dollars) {
        return new Grant("TALKTIME", "CURRENCY", "USD", dollars);
    }

    private Operator operator(String name, String country) {
        // The factors share no divisor with the modulus, so no two ids of an account meet.
        int id = 1_000 + (account * 37 + operators.size() * 611) % 8_000;
        Operator operator = new Operator(id, name, country);
        operators.add(operator);
        return operator;
    }

    private void add(Words words, Kind kind, Operator operator, Offer offer) {
        int id = 10_000 + (account * 7_919 + products.size() * 3_571) % 80_000;
        products.add(new Product(id, words, kind, operator, offer));
    }

    List<Operator> operators() {
        return List.copyOf(operators);
    }

    List<Product> products() {
        return List.copyOf(products);
    }

    Optional<Operator> operator(int id) {
        return operators.stream().filter(each -> each.id() == id).findFirst();
    }

    /** By name or by id in digits: what people write into control calls. */
    Optional<Operator> named(String nameOrId) {
        return operators.stream()
                .filter(each -> each.name().equals(nameOrId)
                        || Integer.toString(each.id()).equals(nameOrId))
                .findFirst();
    }

    Optional<Product> product(int id) {
        return products.stream().filter(each -> each.id() == id).findFirst();
    }
}
