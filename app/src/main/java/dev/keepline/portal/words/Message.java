package dev.keepline.portal.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One sentence of a language file, parsed once. {@code {name}} stands for a value, {@code {n, plural, one {# day} other
 * {# days}}} picks a form ({@code #} is the number), {@code [these words]} stay on one line.
 */
final class Message {

    private final List<Part> parts;

    private Message(List<Part> parts) {
        this.parts = parts;
    }

    static Message parse(String text) {
        var reader = new Reader(text);
        var message = new Message(reader.parts('\0'));
        if (reader.at < text.length()) {
            throw new IllegalArgumentException("unexpected " + text.charAt(reader.at) + " in: " + text);
        }
        return message;
    }

    /** The names of the values the sentence needs. */
    Set<String> names() {
        var names = new TreeSet<String>();
        for (var part : parts) {
            switch (part) {
                case Text _ -> {}
                case Slot(var name) -> names.add(name);
                case Unbroken(var inner) -> names.addAll(inner.names());
                case Plural(var name, var forms) -> {
                    names.add(name);
                    forms.values().forEach(form -> names.addAll(form.names()));
                }
            }
        }
        names.remove("#");
        return names;
    }

    /**
     * The sentence with its values; {@code number} is what {@code #} stands for. The space that sets a Latin value off from
     * Chinese words is left out where the value is Chinese as well.
     */
    Shown fill(Words words, Map<String, Object> values, String number) {
        var shown =
                parts.stream().map(part -> fill(part, words, values, number)).toList();
        var plain = new StringBuilder();
        var html = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            var piece = parts.get(i) instanceof Text(var text)
                    ? Shown.text(Seams.close(
                            text,
                            i == 0 ? "" : shown.get(i - 1).plain(),
                            i + 1 == shown.size() ? "" : shown.get(i + 1).plain()))
                    : shown.get(i);
            plain.append(piece.plain());
            html.append(piece.html());
        }
        return new Shown(plain.toString(), html.toString());
    }

    private static Shown fill(Part part, Words words, Map<String, Object> values, String number) {
        return switch (part) {
            case Text(var text) -> Shown.text(text);
            case Slot(var name) -> name.equals("#") ? Shown.text(number) : words.shown(value(values, name));
            case Unbroken(var inner) -> {
                var shown = inner.fill(words, values, number);
                yield new Shown(shown.plain(), "<span class=\"nb\">" + shown.html() + "</span>");
            }
            case Plural(var name, var forms) -> {
                long n = ((Number) value(values, name)).longValue();
                var form = forms.getOrDefault(words.pluralForm(n), forms.get("other"));
                if (form == null) {
                    throw new IllegalArgumentException("no plural form 'other' for " + name);
                }
                yield form.fill(words, values, words.number(n));
            }
        };
    }

    private static Object value(Map<String, Object> values, String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for {" + name + "}, only for " + values.keySet());
        }
        return value;
    }

    private sealed interface Part {}

    private record Text(String text) implements Part {}

    private record Slot(String name) implements Part {}

    private record Unbroken(Message inner) implements Part {}

    private record Plural(String name, Map<String, Message> forms) implements Part {}

    /** A recursive-descent reader over one sentence. */
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<Part> parts(char end) {
            var parts = new ArrayList<Part>();
            var run = new StringBuilder();
            while (at < text.length() && text.charAt(at) != end) {
                char c = text.charAt(at++);
                if (c == '{' || c == '[' || c == '#') {
                    flush(run, parts);
                    parts.add(c == '{' ? slot() : c == '#' ? new Slot("#") : new Unbroken(block(']')));
                } else if (c == '}' || c == ']') {
                    throw new IllegalArgumentException("unmatched " + c + " in: " + text);
                } else {
                    run.append(c);
                }
            }
            flush(run, parts);
            return List.copyOf(parts);
        }

        private Part slot() {
            var name = upTo("},").strip();
            if (text.charAt(at++) == '}') {
                return new Slot(name);
            }
            if (!upTo(",").strip().equals("plural")) {
                throw new IllegalArgumentException("only plural is known, in: " + text);
            }
            at++;
            var forms = new LinkedHashMap<String, Message>();
            for (var form = upTo("{}").strip();
                    !form.isEmpty();
                    form = upTo("{}").strip()) {
                at++;
                forms.put(form, block('}'));
            }
            at++;
            return new Plural(name, Map.copyOf(forms));
        }

        private String upTo(String ends) {
            int start = at;
            while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            if (at == text.length()) {
                throw new IllegalArgumentException("missing one of " + ends + " in: " + text);
            }
            return text.substring(start, at);
        }

        private Message block(char end) {
            var inner = new Message(parts(end));
            if (at == text.length()) {
                throw new IllegalArgumentException("missing " + end + " in: " + text);
            }
            at++;
            return inner;
        }

        private static void flush(StringBuilder run, List<Part> parts) {
            if (!run.isEmpty()) {
                parts.add(new Text(run.toString()));
                run.setLength(0);
            }
        }
    }
}
