package dev.keepline.portal.support;

import dev.keepline.portal.lines.LineCard;
import dev.keepline.renewal.RenewalView;
import java.util.Optional;

/**
 * What a question is about, as it stands now.
 *
 * @param named the renewal the question names
 * @param running for a question that names none: the newest renewal that is not over or whose money is owed back, of the
 *     line where there is one, else of the account
 */
public record Matter(Optional<RenewalView> named, Optional<LineCard> line, Optional<RenewalView> running) {

    /** The renewal whose money the first line tells of. */
    public Optional<RenewalView> renewal() {
        return named.or(() -> running);
    }
}
