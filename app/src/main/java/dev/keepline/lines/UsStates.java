package dev.keepline.lines;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The states of the United States, the capital's district and Puerto Rico, each with the zone in which most of its people
 * live: a suggestion, since some have two.
 */
public final class UsStates {

    /** The zones a line can be at home in. */
    public static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/New_York"),
            ZoneId.of("America/Chicago"),
            ZoneId.of("America/Denver"),
            ZoneId.of("America/Phoenix"),
            ZoneId.of("America/Los_Angeles"),
            ZoneId.of("America/Anchorage"),
            ZoneId.of("Pacific/Honolulu"),
            ZoneId.of("America/Puerto_Rico"));

    private static final String TABLE = """
            AL Chicago Alabama|AK Anchorage Alaska|AZ Phoenix Arizona|AR Chicago Arkansas|CA Los_Angeles California
            CO Denver Colorado|CT New_York Connecticut|DE New_York Delaware|DC New_York District of Columbia
            FL New_York Florida|GA New_York Georgia|HI Honolulu Hawaii|ID Denver Idaho|IL Chicago Illinois
            IN New_York Indiana|IA Chicago Iowa|KS Chicago Kansas|KY New_York Kentucky|LA Chicago Louisiana
            ME New_York Maine|MD New_York Maryland|MA New_York Massachusetts|MI New_York Michigan
            MN Chicago Minnesota|MS Chicago Mississippi|MO Chicago Missouri|MT Denver Montana|NE Chicago Nebraska
            NV Los_Angeles Nevada|NH New_York New Hampshire|NJ New_York New Jersey|NM Denver New Mexico
            NY New_York New York|NC New_York North Carolina|ND Chicago North Dakota|OH New_York Ohio
            OK Chicago Oklahoma|OR Los_Angeles Oregon|PA New_York Pennsylvania|PR Puerto_Rico Puerto Rico
            RI New_York Rhode Island|SC New_York South Carolina|SD Chicago South Dakota|TN Chicago Tennessee
            TX Chicago Texas|UT Denver Utah|VT New_York Vermont|VA New_York Virginia|WA Los_Angeles Washington
            WV New_York West Virginia|WI Chicago Wisconsin|WY Denver Wyoming
            """;

    private static final Map<String, State> ALL = read();

    private UsStates() {}

    /** @param code two letters */
    public record State(String code, String name, ZoneId zone) {}

    /** In the order of their names. */
    public static List<State> all() {
        return List.copyOf(ALL.values());
    }

    /** The state of two letters in upper case; empty when there is none. */
    public static Optional<State> find(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    private static Map<String, State> read() {
        var states = new LinkedHashMap<String, State>();
        for (var entry : TABLE.strip().split("[|\\n]", -1)) {
            var parts = entry.split(" ", 3);
            var zone = ZONES.stream()
                    .filter(each -> each.getId().endsWith("/" + parts[1]))
                    .findFirst()
                    .orElseThrow();
            states.put(parts[0], new State(parts[0], parts[2], zone));
        }
        return states;
    }
}
