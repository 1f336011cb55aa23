package dev.keepline.portal.account;

import dev.keepline.portal.words.Shown;
import java.util.List;
import java.util.Optional;

/**
 * What deleting the account does, and the form that does it.
 *
 * @param obstacles why it cannot be done now: {@code renewal}, {@code refund}, {@code owed}, {@code undo}
 */
public record DeletePage(List<String> obstacles, Optional<Shown> problem) {}
