package dev.keepline.portal.support;

import dev.keepline.identity.Accounts;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.identity.Recipient;
import dev.keepline.kernel.AccountId;
import dev.keepline.notifications.Letter;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import dev.keepline.settings.KeeplineProperties;
import dev.keepline.support.Conversation;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Letters of support, in the language of the account they go to. */
@Component
@ConditionalOnWebApplication
public class SupportLetters {

    private final Accounts accounts;
    private final Languages languages;
    private final KeeplineProperties links;
    private final InstantSource clock;

    SupportLetters(Accounts accounts, Languages languages, KeeplineProperties links, InstantSource clock) {
        this.accounts = accounts;
        this.languages = languages;
        this.links = links;
        this.clock = clock;
    }

    /** What the operator wrote, and where to answer; empty where the account has no address. */
    public Optional<Letter> answered(AccountId account, Conversation conversation, String text) {
        return accounts.recipient(account).map(reader -> letter(reader, conversation, text));
    }

    private ZoneId zone(Recipient reader) {
        return accounts.find(reader.account()).map(CurrentAccount::zone).orElse(ZoneOffset.UTC);
    }

    private Letter letter(Recipient reader, Conversation conversation, String text) {
        var w = new Words(languages.byTag(reader.language()).orElseGet(() -> languages.best(reader.language())));
        var about = new SupportTexts(w, clock.instant(), zone(reader)).title(conversation);
        var link = links.link("/support/" + conversation.id());
        return new Letter(
                new Letter.Envelope(
                        reader.email().value(),
                        Locale.forLanguageTag(w.language().tag()),
                        Optional.empty()),
                w.t("letter.support.subject", "about", about),
                new Letter.Body(
                        List.of(text),
                        Optional.of(new Letter.Action(w.t("letter.support.open"), link)),
                        List.of(w.t("letter.support.how"))));
    }
}
