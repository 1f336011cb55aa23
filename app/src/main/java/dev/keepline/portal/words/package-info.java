/** Languages: one file in {@code i18n/} each, with its plural rule and its date patterns. No Spring in here. */
@NullMarked
package dev.keepline.portal.words;

import org.jspecify.annotations.NullMarked;
