package dev.keepline.sandbox.stripe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code application/x-www-form-urlencoded} with Stripe's nested brackets, as a tree of maps, lists and strings. */
final class Form {
    private static final int MAX_DEPTH = 8;

    private Form() {}

    /** A node of the tree: a value, or named (or numbered) children in the order of their names. */
    static final class Node {
        private final Map<String, Node> children = new TreeMap<>(Form::byNumberThenName);
        private String value = "";

        String value() {
            return value;
        }

        Map<String, Node> children() {
            return children;
        }

        boolean isLeaf() {
            return children.isEmpty();
        }
    }

    /** Parses a body or a query string; a name that cannot be parsed is kept whole, so that it is refused by name. */
    static Node parse(String encoded) {
        var root = new Node();
        for (String pair : encoded.split("&", -1)) {
            if (pair.isEmpty()) continue;
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            put(root, segments(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return root;
    }

    private static void put(Node root, List<String> segments, String value) {
        Node at = root;
        for (String segment : segments) {
            String key = segment.isEmpty() ? String.valueOf(at.children.size()) : segment;
            at = at.children.computeIfAbsent(key, _ -> new Node());
        }
        at.value = value;
    }

    /** {@code a[b][0][c]} is a, b, 0, c. */
    private static List<String> segments(String name) {
        var segments = new ArrayList<String>();
        int open = name.indexOf('[');
        if (open <= 0 || !name.endsWith("]")) return List.of(name);
        segments.add(name.substring(0, open));
        for (String rest : name.substring(open + 1, name.length() - 1).split("]\\[", -1)) segments.add(rest);
        return segments.size() > MAX_DEPTH ? List.of(name) : segments;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static int byNumberThenName(String a, String b) {
        boolean numbers = !a.isEmpty()
                && !b.isEmpty()
                && a.chars().allMatch(Character::isDigit)
                && b.chars().allMatch(Character::isDigit);
        return numbers && a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }
}
