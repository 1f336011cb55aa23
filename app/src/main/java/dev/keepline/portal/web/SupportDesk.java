package dev.keepline.portal.web;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.portal.lines.LineCard;
import dev.keepline.portal.support.Matter;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalView;
import dev.keepline.renewal.Renewals;
import dev.keepline.support.Conversation.About;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what a question is about. */
@Component
class SupportDesk {

    private static final int RECENT = 50;

    private final Renewals renewals;
    private final Cards cards;

    SupportDesk(Renewals renewals, Cards cards) {
        this.renewals = renewals;
        this.cards = cards;
    }

    /** What is named, as far as it is the account's own. */
    Matter matter(AccountId account, Optional<RenewalId> renewal, Optional<LineId> line) {
        var named = renewal.flatMap(id -> renewals.find(account, id));
        var about = named.map(view -> view.bought().line()).or(() -> line);
        Optional<LineCard> card = about.flatMap(id -> cards.find(account, id)).map(Cards.Desk::card);
        var shown = card.map(one -> one.who().id());
        return new Matter(named, card, named.isPresent() ? Optional.empty() : running(account, shown));
    }

    private Optional<RenewalView> running(AccountId account, Optional<LineId> line) {
        return renewals.underWay(account).stream()
                .filter(one -> line.map(one.line()::equals).orElse(true))
                .findFirst()
                .flatMap(one -> renewals.find(account, one.id()))
                .or(() -> owed(account, line));
    }

    /** Charged, and still to be given back by a person: over for the machine, not for whoever asks. */
    private Optional<RenewalView> owed(AccountId account, Optional<LineId> line) {
        return renewals.recent(account, RECENT).stream()
                .filter(view -> view.phase() == Phase.REFUND_FAILED)
                .filter(view -> line.map(view.bought().line()::equals).orElse(true))
                .findFirst();
    }

    /** The same as it is kept with a question. */
    static About about(Matter matter, Map<String, String> facts) {
        return new About(
                matter.named().map(RenewalView::id),
                matter.line().map(card -> card.who().id()),
                facts);
    }
}
