package dev.keepline.portal.bills;

import dev.keepline.kernel.LineId;
import dev.keepline.ledger.Movement;
import dev.keepline.ledger.Movement.Kind;
import java.time.Instant;
import java.time.Year;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What was chosen to be seen, as it stands in the address.
 *
 * @param after the place to go on from; empty on the first page
 */
public record Chosen(
        Optional<LineId> line, Optional<Group> group, Optional<Year> year, Optional<Movement.Position> after) {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    /** Kinds of movements as people ask for them. */
    public enum Group {
        CHARGED,
        HELD,
        BACK;

        private Set<Kind> kinds() {
            return switch (this) {
                case CHARGED -> EnumSet.of(Kind.CHARGED, Kind.OWED);
                case HELD -> EnumSet.of(Kind.HELD, Kind.RELEASED);
                case BACK -> EnumSet.of(Kind.REFUNDING, Kind.REFUNDED, Kind.RETURNED);
            };
        }

        /** As it stands in addresses and keys of words. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads the parameters of an address; empty text is no choice.
     *
     * @throws IllegalArgumentException when one of them can be none
     */
    public static Chosen parse(String line, String kind, String year, String after) {
        return new Chosen(
                text(line).map(LineId::parse),
                text(kind).map(code -> Group.valueOf(code.toUpperCase(Locale.ROOT))),
                text(year).map(Chosen::year),
                text(after).map(Chosen::position));
    }

    /** Which kinds that are. */
    public Set<Kind> kinds() {
        return group.map(Group::kinds).orElseGet(() -> EnumSet.allOf(Kind.class));
    }

    /** The same choice from its newest movement on. */
    public Chosen first() {
        return new Chosen(line, group, year, Optional.empty());
    }

    /** The same choice from a place on. */
    public Chosen from(Movement.Position position) {
        return new Chosen(line, group, year, Optional.of(position));
    }

    /** The choice as the query of an address; empty for none. */
    public String query() {
        var query = new StringBuilder();
        line.ifPresent(id -> query.append("&line=").append(id));
        group.ifPresent(one -> query.append("&kind=").append(one.code()));
        year.ifPresent(one -> query.append("&year=").append(one));
        after.ifPresent(
                at -> query.append("&after=").append(at.at()).append('~').append(at.entry()));
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }

    private static Year year(String text) {
        int year = Integer.parseInt(text);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("not a year of bills: " + year);
        }
        return Year.of(year);
    }

    private static Movement.Position position(String text) {
        var parts = text.split("~", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a place among movements");
        }
        try {
            return new Movement.Position(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("not a place among movements", e);
        }
    }

    private static Optional<String> text(String parameter) {
        return parameter.isBlank() ? Optional.empty() : Optional.of(parameter.strip());
    }
}
