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

    private static final Map<String, List<Span>> STATES = read();

    private UsZips() {}

    private record Span(int from, int to) {}

    /** @param zip five digits */
    public static boolean in(String state, String zip) {
        var single = Optional.ofNullable(SINGLE.get(zip));
        if (single.isPresent()) {
            return single.get().equals(state);
        }
        int prefix = Integer.parseInt(zip.substring(0, 3));
        return STATES.getOrDefault(state, List.of()).stream()
                .anyMatch(span -> span.from() <= prefix && prefix <= span.to());
    }

    private static Map<String, List<Span>> read() {
        var words = TABLE.strip().split("\\s+", -1);
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
