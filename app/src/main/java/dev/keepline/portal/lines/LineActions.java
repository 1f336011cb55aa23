package dev.keepline.portal.lines;

import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.util.List;

/** The one thing to do with a line, in words. */
final class LineActions {

    private static final List<LineState> URGENT = List.of(LineState.NEAR, LineState.OUT, LineState.DUE);

    private final Words w;

    LineActions(Words words) {
        this.w = words;
    }

    LineText.Action of(LineCard card) {
        var path = "/lines/" + card.who().id();
        if (card.underway().isPresent()) {
            return new LineText.Action(
                    w.h("line.underway"), card.underway().get().path(), true);
        }
        boolean urgent = URGENT.contains(card.state());
        return switch (card.road()) {
            case LineCard.Road.Renewable road ->
                new LineText.Action(
                        renew(road, card.state() == LineState.FINE), path + "/renew", urgent && !road.creditOnly());
            case LineCard.Road.Instructions _ -> new LineText.Action(w.h("do.how"), path + "/renew", urgent);
            case LineCard.Road.Closed _ -> closed(card, path, urgent);
        };
    }

    /** Nothing can be bought here: whoever has paid elsewhere says so. */
    private LineText.Action closed(LineCard card, String path, boolean urgent) {
        if (urgent && card.who().tracked()) {
            return new LineText.Action(w.h("elsewhere.title"), path + "/elsewhere", false);
        }
        return new LineText.Action(w.h(card.state() == LineState.GONE ? "do.look" : "do.details"), path, false);
    }

    private Shown renew(LineCard.Road.Renewable road, boolean early) {
        if (road.creditOnly()) {
            return w.h("do.credit");
        }
        if (early) {
            return w.h("do.early");
        }
        return road.from()
                .map(money -> w.h(road.several() ? "do.renew.from" : "do.renew", "money", money))
                .orElseGet(() -> w.h("do.renew.plain"));
    }
}
