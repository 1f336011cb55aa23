package dev.keepline.portal.imports;

import dev.keepline.imports.InvitationLetters;
import dev.keepline.notifications.Letter;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import dev.keepline.settings.KeeplineProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Words an invitation. Its reader's language is not known yet: every language there is gets its paragraphs. */
@Component
class InvitationWords implements InvitationLetters {

    private static final String FIRST = "en";

    private final List<Words> languages;
    private final Words first;
    private final KeeplineProperties links;

    InvitationWords(Languages languages, KeeplineProperties links) {
        this.languages = languages.all().stream().map(Words::new).toList();
        this.first = new Words(languages.byTag(FIRST).orElseThrow());
        this.links = links;
    }

    @Override
    public Letter invitation(String email, String token, int lines, Instant expiresAt) {
        var link = links.link("/claim/" + token);
        var day = LocalDate.ofInstant(expiresAt, ZoneOffset.UTC);
        var before = languages.stream()
                .map(w -> w.t("invite.text", "n", lines, "day", w.date(day)))
                .toList();
        var after = languages.stream().map(w -> w.t("invite.after")).toList();
        return new Letter(
                new Letter.Envelope(email, Locale.forLanguageTag(FIRST), Optional.empty()),
                first.t("invite.subject", "n", lines),
                new Letter.Body(before, Optional.of(new Letter.Action(first.t("invite.do"), link)), after));
    }
}
