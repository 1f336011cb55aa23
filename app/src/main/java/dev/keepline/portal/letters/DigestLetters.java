package dev.keepline.portal.letters;

import dev.keepline.identity.Accounts;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.identity.Recipient;
import dev.keepline.kernel.AccountId;
import dev.keepline.notifications.Letter;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import dev.keepline.settings.KeeplineProperties;
import dev.keepline.support.Digests.Kind;
import dev.keepline.support.Digests.Matter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Puts what is new into words, in the language of whom it is for. Nothing that a subscriber wrote, and no name or number. */
@Component
@ConditionalOnWebApplication
class DigestLetters {

    private static final int LISTED = 20;

    private final Accounts accounts;
    private final Languages languages;
    private final KeeplineProperties links;

    DigestLetters(Accounts accounts, Languages languages, KeeplineProperties links) {
        this.accounts = accounts;
        this.languages = languages;
        this.links = links;
    }

    /** Empty where the account has no address. */
    Optional<Letter> letter(AccountId staff, List<Matter> matters, Instant now) {
        return accounts.recipient(staff).map(reader -> letter(reader, matters, now));
    }

    private Letter letter(Recipient reader, List<Matter> matters, Instant now) {
        var w = new Words(languages.byTag(reader.language()).orElseGet(() -> languages.best(reader.language())));
        var zone = accounts.find(reader.account()).map(CurrentAccount::zone).orElse(ZoneOffset.UTC);
        var said = new ArrayList<String>();
        said.add(w.t(
                "letter.digest.intro", "cases", count(matters, Kind.CASE), "questions", count(matters, Kind.QUESTION)));
        matters.stream().limit(LISTED).map(matter -> line(w, matter, now, zone)).forEach(said::add);
        if (matters.size() > LISTED) {
            said.add(w.t("letter.digest.more", "n", matters.size() - LISTED));
        }
        return new Letter(
                new Letter.Envelope(
                        reader.email().value(),
                        Locale.forLanguageTag(w.language().tag()),
                        Optional.empty()),
                w.t("letter.digest.subject", "n", matters.size()),
                new Letter.Body(
                        said,
                        Optional.of(new Letter.Action(w.t("letter.digest.open"), links.link("/console"))),
                        List.of(w.t("letter.digest.how"))));
    }

    private static long count(List<Matter> matters, Kind kind) {
        return matters.stream().filter(matter -> matter.kind() == kind).count();
    }

    private String line(Words w, Matter matter, Instant now, ZoneId zone) {
        boolean isCase = matter.kind() == Kind.CASE;
        var key = "case." + matter.what();
        var what = isCase ? w.has(key) ? w.t(key) : matter.what() : w.t("letter.digest.question");
        var path = (isCase ? "/console/cases/" : "/console/questions/") + matter.account() + "/" + matter.place();
        return w.t(
                "letter.digest.line",
                "what",
                what,
                "when",
                w.moment(matter.at(), now, zone).plain(),
                "link",
                links.link(path).toString());
    }
}
