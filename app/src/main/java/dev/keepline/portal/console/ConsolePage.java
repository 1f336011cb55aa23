package dev.keepline.portal.console;

import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.support.SupportCase;
import java.time.Instant;
import java.util.List;

/** Cases that are open, those that waited longest first. */
public record ConsolePage(Shown headline, List<Entry> cases) {

    /** What the page says about these cases. */
    public static ConsolePage of(List<SupportCase> open, Words w, Instant now) {
        var entries = open.stream().map(one -> entry(one, w, now)).toList();
        return new ConsolePage(w.h(open.isEmpty() ? "console.none" : "console.some", "n", open.size()), entries);
    }

    private static Entry entry(SupportCase one, Words w, Instant now) {
        var key = "case." + one.kind();
        return new Entry(
                w.has(key) ? w.h(key) : Shown.text(one.kind()),
                w.ago(one.openedAt(), now),
                one.facts(),
                one.owner(),
                one.renewal().map(Object::toString).orElse("—"),
                one.account().toString());
    }

    /** @param facts for people, in English, as the engine wrote them */
    public record Entry(Shown kind, Shown since, String facts, String owner, String renewal, String account) {}
}
