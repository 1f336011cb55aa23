package dev.keepline.portal.imports;

import dev.keepline.imports.InvitationLetters;
import dev.keepline.imports.Invitations;
import dev.keepline.notifications.Letter;
import dev.keepline.portal.frame.PortalProperties;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import dev.keepline.settings.KeeplineProperties;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Words an invitation: in the language that the operator's file names, else in every language there is, the subject too. */
@Component
class InvitationWords implements InvitationLetters {

    private final Languages languages;
    private final KeeplineProperties links;
    private final PortalProperties portal;

    InvitationWords(Languages languages, KeeplineProperties links, PortalProperties portal) {
        this.languages = languages;
        this.links = links;
        this.portal = portal;
    }

    @Override
    public Letter invitation(To to, String token, int lines, Instant expiresAt) {
        var link = links.link("/claim/" + token);
        var spoken = to.language().map(languages::best).map(List::of).orElseGet(languages::all).stream()
                .map(Words::new)
                .toList();
        return new Letter(
                new Letter.Envelope(to.email(), spoken.getFirst().language().locale(), Optional.empty()),
                each(spoken, w -> w.t("invite.subject", "n", lines)),
                new Letter.Body(
                        spoken.stream()
                                .map(w -> w.t(
                                        "invite.text",
                                        "operator",
                                        portal.operator(),
                                        "n",
                                        lines,
                                        "days",
                                        Invitations.GOOD_FOR.toDays()))
                                .toList(),
                        Optional.of(new Letter.Action(each(spoken, w -> w.t("invite.do")), link)),
                        spoken.stream().map(w -> w.t("invite.after")).toList()));
    }

    @Override
    public boolean speaks(String tag) {
        return languages.speak(tag);
    }

    private static String each(List<Words> spoken, Function<Words, String> say) {
        return spoken.stream().map(say).collect(Collectors.joining(" · "));
    }
}
