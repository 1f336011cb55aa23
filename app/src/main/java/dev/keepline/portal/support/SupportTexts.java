package dev.keepline.portal.support;

import dev.keepline.kernel.Money;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.RenewalView;
import dev.keepline.support.Conversation;
import dev.keepline.support.Conversation.About;
import dev.keepline.support.Conversation.Entry;
import dev.keepline.support.Conversation.State;
import dev.keepline.support.Written;
import dev.keepline.support.WrittenRules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts words to questions and answers. */
public final class SupportTexts {

    private final Words w;
    private final Instant now;
    private final ZoneId reader;
    private final Optional<Long> promised;

    /** @param reader the zone of the person who reads */
    public SupportTexts(Words words, Instant now, ZoneId reader) {
        this(words, now, reader, Optional.empty());
    }

    /** @param promised hours within which the operator promises to answer */
    public SupportTexts(Words words, Instant now, ZoneId reader, Optional<Long> promised) {
        this.promised = promised;
        this.w = words;
        this.now = now;
        this.reader = reader;
    }

    /** What the operator promises; nothing where it promises nothing. */
    private Optional<Shown> promise() {
        return promised.map(hours -> hours % 24 == 0 && hours > 24
                ? w.h("support.promise.days", "n", hours / 24)
                : w.h("support.promise.hours", "n", hours));
    }

    /** All conversations of an account, the one that changed last first. */
    public SupportPage page(List<Conversation> all) {
        long open = all.stream().filter(c -> c.state() != State.CLOSED).count();
        var headline = all.isEmpty()
                ? w.h("support.none")
                : open == 0 ? w.h("support.allclosed") : w.h("support.some", "n", open);
        return new SupportPage(
                headline,
                promise(),
                all.stream()
                        .map(c -> new SupportPage.Row(
                                "/support/" + c.id(), title(c), state(c.state()), w.ago(c.changedAt(), now)))
                        .toList());
    }

    /** The form for a new question. */
    public AskPage ask(Matter matter, AskPage.About about, Draft draft) {
        var facts = facts(matter, about);
        return new AskPage(
                money(matter),
                promise(),
                expect(matter, about),
                attached(new About(Optional.empty(), Optional.empty(), facts)),
                about,
                draft);
    }

    /** Another SIM is the carrier's to give: what is said before somebody waits for us to do it. */
    private List<Shown> expect(Matter matter, AskPage.About about) {
        if (!about.sim() || matter.line().isEmpty()) {
            return List.of();
        }
        var carrier = carrier(matter.line().get().who().carrier().code());
        return List.of(
                w.h("support.sim.expect.cannot", "carrier", carrier),
                w.h("support.sim.expect.then", "carrier", carrier),
                w.h("support.sim.expect.renew"));
    }

    /** One conversation as its subscriber reads it. */
    public ConversationPage page(Conversation conversation, List<Entry> entries, Matter matter, Draft draft) {
        var head = new ConversationPage.Head(
                title(conversation),
                w.h("support.state." + conversation.state()),
                conversation.state() == State.OPEN ? promise() : Optional.empty(),
                conversation.state() != State.CLOSED);
        return new ConversationPage(
                "/support/" + conversation.id(),
                money(matter),
                head,
                attached(conversation.about()),
                said(entries, "support.you", "support.operator"),
                draft);
    }

    /** What was written, with its authors as this reader calls them. */
    public List<ConversationPage.Said> said(List<Entry> entries, String subscriber, String operator) {
        return entries.stream()
                .map(e -> new ConversationPage.Said(
                        e.id().toString(),
                        w.h(e.author() == Conversation.Author.SUBSCRIBER ? subscriber : operator),
                        w.moment(e.at(), now, reader),
                        e.text()))
                .toList();
    }

    /** Where the money stands: of the renewal it is about, else of the one under way; of a line, of that line alone. */
    private Shown money(Matter matter) {
        return matter.renewal()
                .map(this::money)
                .orElseGet(() -> w.h(w.key("support.money.none", matter.line().isPresent(), "line")));
    }

    private Shown money(RenewalView view) {
        return w.h(
                "money." + view.money(now),
                "money",
                view.bought().price().total(),
                "reference",
                view.standing().returned().orElse("—"));
    }

    /** The same, and what the question is about where that is known. */
    public static Map<String, String> facts(Matter matter, AskPage.About about) {
        var facts = new HashMap<>(facts(matter));
        if (about.sim()) {
            facts.put("topic", AskPage.About.SIM);
        }
        return facts;
    }

    /** What goes along with a question: codes, to be put into words for whoever reads it. */
    public static Map<String, String> facts(Matter matter) {
        var facts = new HashMap<String, String>();
        matter.line().ifPresent(card -> {
            facts.put("number", card.who().number());
            facts.put("carrier", card.who().carrier().code());
        });
        matter.named().ifPresent(view -> {
            facts.put("renewal", view.id().toString());
            facts.put("phase", view.phase().name());
            if (view.onlyMoney()) {
                facts.put("bought", "money");
            }
            facts.put("cents", String.valueOf(view.bought().price().total().minor()));
            view.standing().held().ifPresent(held -> facts.put("payment", held.paymentRef()));
            view.standing().shown().ifPresent(shown -> {
                facts.put("order", shown.vendorId());
                shown.paymentRef().ifPresent(ref -> facts.put("payment", ref));
            });
        });
        return facts;
    }

    /** The facts of a question in words. */
    public List<Fact> attached(About about) {
        var facts = about.facts();
        var list = new ArrayList<Fact>();
        fact(facts, "topic").ifPresent(_ -> list.add(named("support.topic", w.h("support.sim.topic"))));
        fact(facts, "number").map(Shown::unbroken).ifPresent(n -> list.add(named("support.number", n)));
        fact(facts, "carrier").map(this::carrier).ifPresent(c -> list.add(named("proof.carrier", c)));
        boolean money = facts.containsKey("bought");
        fact(facts, "phase")
                .map(p -> w.h(w.key("activity." + p, money, "money")))
                .ifPresent(p -> list.add(named(w.key("support.stood", money, "money"), p)));
        fact(facts, "cents")
                .map(cents -> w.money(Money.usd(Long.parseLong(cents))))
                .ifPresent(m -> list.add(named("line.amount", m)));
        for (var code : List.of("order", "payment", "renewal")) {
            fact(facts, code)
                    .ifPresent(value -> list.add(
                            new Fact(w.t(w.key("support.ref." + code, money, "money")), Shown.text(value), true)));
        }
        return list;
    }

    private Shown carrier(String code) {
        var key = "carrier." + code;
        return w.has(key) ? w.h(key) : Shown.text(code);
    }

    private static Optional<String> fact(Map<String, String> facts, String name) {
        return Optional.ofNullable(facts.get(name));
    }

    private Fact named(String key, Shown value) {
        return new Fact(w.t(key), value, false);
    }

    /** What a conversation is about, in a few words. */
    public Shown title(Conversation conversation) {
        var day = w.dated(conversation.openedAt(), reader);
        var number = fact(conversation.about().facts(), "number").map(Shown::unbroken);
        if (number.isEmpty()) {
            return w.h("support.title", "day", day);
        }
        if (conversation.about().facts().containsKey("topic")) {
            return w.h("support.title.sim", "number", number.get(), "day", day);
        }
        boolean money = conversation.about().facts().containsKey("bought");
        var key = conversation.about().renewal().isPresent()
                ? w.key("support.title.renewal", money, "money")
                : "support.title.line";
        return w.h(key, "number", number.get(), "day", day);
    }

    /** Whose turn it is, for the subscriber. */
    public Shown state(State state) {
        return w.h("support.turn." + state);
    }

    /** Why a text was not sent; empty when it may be. */
    public Optional<Shown> problem(Written written) {
        return switch (written) {
            case Written.Fine _ -> Optional.empty();
            case Written.Empty _ -> Optional.of(w.h("support.empty"));
            case Written.TooLong(var n) -> Optional.of(w.h("support.toolong", "n", n, "most", WrittenRules.LONGEST));
            case Written.CardNumber _ -> Optional.of(w.h("support.card"));
        };
    }
}
