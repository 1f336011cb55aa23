package dev.keepline.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.notifications.LetterPiece.Kind;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LetterPieceTest {

    @Test
    void addresses_become_links_and_numbers_stay_whole_and_nothing_is_lost() {
        var text = "妈妈 (212) 555-0142：不再提醒：https://k.example/unsubscribe/1?line=2\n所有提醒：https://k.example/reminders。";
        var pieces = LetterPiece.of(text);
        assertThat(pieces)
                .contains(
                        new LetterPiece("(212) 555-0142", Kind.NUMBER),
                        new LetterPiece("https://k.example/unsubscribe/1?line=2", Kind.LINK),
                        new LetterPiece("https://k.example/reminders", Kind.LINK));
        assertThat(pieces.stream().map(LetterPiece::text).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(LetterPiece.of("")).isEmpty();
    }
}
