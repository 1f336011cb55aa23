package dev.keepline.lines;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which state a ZIP code belongs to, by its first three digits. Source: the prefixes of the United States Postal Service
 * (labeling list L002); a handful of places along a border have a neighbour's prefix and are listed with both.
 */
public final class UsZips {

    private static final String TABLE = """
            AL 350-369 AK 995-999 AZ 850-865 AR 716-729 CA 900-961 CO 800-816 CT 060-069 DE 197-199 DC 200-205,569
            FL 320-349 GA 300-319,398-399 HI 967-968 ID 832-838 IL 600-629 IN 460-479 IA 500-528 KS 660-679
            KY 400-427 LA 700-714 ME 039-049 MD 206-219 MA 010-027,055 MI 480-499 MN 550-567 MS 386-397 MO 630-658
            MT 590-599 NE 680-693 NV 889-898 NH 030-038 NJ 070-089 NM 870-884 NY 005,063,100-149 NC 270-289
            ND 580-588 OH 430-459 OK 730-749 OR 970-979 PA 150-196 PR 006-007,009 RI 028-029 SC 290-299
            SD 570-577 TN 370-385 TX 733,750-799,885 UT 840-847 VT 050-059 VA 201,220-246 WA 980-994 WV 247-268
            WI 530-549 WY 820-831,834
            """;

    private static final Map<String, List<Span>> STATES = read();

    private UsZips() {}

    private record Span(int from, int to) {}

    /** @param zip five digits */
    public static boolean in(String state, String zip) {
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
