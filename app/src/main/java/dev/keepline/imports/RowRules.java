package dev.keepline.imports;

import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.imports.Problem.Code;
import dev.keepline.kernel.AddrSpec;
import dev.keepline.kernel.CardNumberRules;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Msisdn;
import dev.keepline.kernel.PlainText;
import dev.keepline.lines.Line;
import dev.keepline.lines.UsStates;
import dev.keepline.lines.UsZips;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is right and wrong in one row by itself. Pure; says of each column what is wrong, not only of the first. */
public final class RowRules {

    /** The tags in use: a language, perhaps a script, perhaps a region (BCP 47). */
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z]{4})?(-[A-Za-z]{2})?");

    /** As dates are written, whether or not there is such a day. */
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final Set<Column> FREE = EnumSet.of(Column.REFERENCE, Column.LABEL);

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    private final Map<String, Set<String>> plans;
    private final Map<String, ZoneId> zones;
    private final Predicate<String> spoken;

    /** @param spoken the languages that letters are written in, by tag */
    RowRules(Catalogue catalogue, Predicate<String> spoken) {
        this.spoken = spoken;
        this.plans = catalogue.carriers().stream()
                .collect(Collectors.toUnmodifiableMap(
                        carrier -> carrier.id().value(), carrier -> plans(catalogue, carrier.id())));
        this.zones = UsStates.ZONES.stream().collect(Collectors.toUnmodifiableMap(ZoneId::getId, Function.identity()));
    }

    private static Set<String> plans(Catalogue catalogue, CarrierId carrier) {
        return catalogue.offerings(carrier).stream()
                .map(offering -> offering.id().value())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A good row, or everything that is wrong with it. */
    public sealed interface Read {

        record Good(ImportedRow row) implements Read {}

        /** @param keys what can be read of what a line is known by */
        record Bad(List<Problem> problems, Map<Column, String> keys) implements Read {}
    }

    /** @param values what stands in each column, without surrounding spaces; empty columns are left out */
    public Read read(int line, Map<Column, String> values) {
        return new Row(line, values).read();
    }

    private final class Row {

        private final int line;
        private final Map<Column, String> values;
        private final List<Problem> problems = new ArrayList<>();

        Row(int line, Map<Column, String> values) {
            this.line = line;
            this.values = values;
        }

        Read read() {
            for (var column : Column.values()) {
                lengths(column);
            }
            FREE.forEach(this::noCard);
            var who = new ImportedRow.Who(value(Column.REFERENCE), email(), number(), iccid(), language());
            if (!values.containsKey(Column.NUMBER) && !values.containsKey(Column.ICCID)) {
                wrong(Column.NUMBER, Code.NO_ADDRESS);
            }
            var what = new ImportedRow.What(carrier(), plan(), value(Column.LABEL));
            var home = home();
            var endsOn = endsOn();
            return problems.isEmpty()
                    ? new Read.Good(new ImportedRow(line, who, what, home.orElseThrow(), endsOn))
                    : new Read.Bad(List.copyOf(problems), keys(who));
        }

        private static Map<Column, String> keys(ImportedRow.Who who) {
            var keys = new EnumMap<Column, String>(Column.class);
            if (!who.reference().isEmpty() && !CardNumberRules.found(who.reference())) {
                keys.put(Column.REFERENCE, who.reference());
            }
            who.msisdn().ifPresent(number -> keys.put(Column.NUMBER, number.e164()));
            who.iccid().ifPresent(iccid -> keys.put(Column.ICCID, iccid.digits()));
            return keys;
        }

        private void lengths(Column column) {
            var value = value(column);
            if (value.isEmpty() && column.required()) {
                wrong(column, Code.MISSING);
            }
            if (value.length() > column.longest()) {
                wrong(column, Code.TOO_LONG);
            }
        }

        /** Before anything else is said of the field: whatever is, shows its value. */
        private void noCard(Column column) {
            var value = value(column);
            if (CardNumberRules.found(value)) {
                problems.removeIf(known -> known.field().equals(column.header()));
                problems.add(new Problem(line, column.header(), Code.CARD_NUMBER, CardNumberRules.mask(value)));
            }
        }

        private String email() {
            return parsed(Column.EMAIL, AddrSpec::normal, Code.NOT_AN_EMAIL).orElse("");
        }

        private Optional<Msisdn> number() {
            return parsed(Column.NUMBER, Msisdn::parse, Code.NOT_A_NUMBER).filter(number -> {
                if (!number.unitedStates()) {
                    wrong(Column.NUMBER, Code.NOT_A_US_NUMBER);
                }
                return number.unitedStates();
            });
        }

        private Optional<Iccid> iccid() {
            return parsed(Column.ICCID, Iccid::parse, Code.NOT_AN_ICCID);
        }

        private Optional<String> language() {
            return parsed(
                    Column.LANGUAGE,
                    tag -> Optional.of(tag).filter(t -> LANGUAGE.matcher(t).matches() && spoken.test(t)),
                    Code.NOT_A_LANGUAGE);
        }

        private String carrier() {
            var carrier = value(Column.CARRIER);
            if (!carrier.isEmpty() && !plans.containsKey(carrier)) {
                wrong(Column.CARRIER, Code.NO_SUCH_CARRIER);
            }
            return carrier;
        }

        private Optional<String> plan() {
            var known = plans.getOrDefault(value(Column.CARRIER), Set.of());
            if (!plans.containsKey(value(Column.CARRIER))) {
                return Optional.empty();
            }
            return parsed(Column.PLAN, plan -> Optional.of(plan).filter(known::contains), Code.NO_SUCH_PLAN);
        }

        private Optional<Line.Home> home() {
            var state = parsed(Column.STATE, UsStates::find, Code.NOT_A_STATE);
            var zip = parsed(Column.ZIP, text -> Optional.of(text).filter(t -> t.matches("[0-9]{5}")), Code.NOT_A_ZIP);
            if (state.isPresent() && zip.isPresent() && !UsZips.in(state.get().code(), zip.get())) {
                wrong(Column.ZIP, Code.ZIP_OF_ANOTHER_STATE);
            }
            var zone = parsed(Column.ZONE, text -> Optional.ofNullable(zones.get(text)), Code.NOT_A_ZONE);
            return state.flatMap(at ->
                    zip.map(code -> new Line.Home(new PlaceOfUse(at.code(), code), zone.orElse(at.zone()))));
        }

        private Optional<LocalDate> endsOn() {
            boolean written = DATE.matcher(value(Column.SERVICE_UNTIL)).matches();
            return parsed(Column.SERVICE_UNTIL, Row::date, written ? Code.NO_SUCH_DAY : Code.NOT_A_DATE)
                    .filter(this::nearEnough)
                    .map(last -> last.plusDays(1));
        }

        /** A day that has passed is fine: the line's service has ended then. */
        private boolean nearEnough(LocalDate last) {
            boolean near = last.getYear() >= FIRST_YEAR && last.getYear() <= LAST_YEAR;
            if (!near) {
                wrong(Column.SERVICE_UNTIL, Code.DATE_TOO_FAR);
            }
            return near;
        }

        private static Optional<LocalDate> date(String text) {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException _) {
                return Optional.empty();
            }
        }

        private <T> Optional<T> parsed(Column column, Function<String, Optional<T>> parse, Code code) {
            var text = value(column);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            var value = parse.apply(text);
            if (value.isEmpty()) {
                wrong(column, code);
            }
            return value;
        }

        private String value(Column column) {
            var value = values.getOrDefault(column, "");
            return FREE.contains(column) ? PlainText.line(value) : PlainText.of(value);
        }

        private void wrong(Column column, Code code) {
            if (problems.stream().noneMatch(known -> known.field().equals(column.header()))) {
                problems.add(new Problem(line, column.header(), code, value(column)));
            }
        }
    }
}
