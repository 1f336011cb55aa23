package dev.keepline.identity;

/**
 * What letters to a person are written in.
 *
 * @param tag for example {@code zh-CN}
 * @param followsPages whether it changes when the person switches the pages to another language
 */
public record LetterLanguage(String tag, boolean followsPages) {}
