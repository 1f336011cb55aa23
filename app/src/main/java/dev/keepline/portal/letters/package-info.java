/** Letters in words: the language files' sentences, for those who know only what is to be said. */
@NullMarked
package dev.keepline.portal.letters;

import org.jspecify.annotations.NullMarked;
