package dev.keepline.portal.forms;

import static dev.keepline.portal.forms.Input.ABSENT;
import static dev.keepline.portal.forms.Input.ARABIC;
import static dev.keepline.portal.forms.Input.CARD;
import static dev.keepline.portal.forms.Input.CHINESE;
import static dev.keepline.portal.forms.Input.CONTROL;
import static dev.keepline.portal.forms.Input.EMOJI;
import static dev.keepline.portal.forms.Input.EMPTY;
import static dev.keepline.portal.forms.Input.HTML;
import static dev.keepline.portal.forms.Input.LONG;
import static dev.keepline.portal.forms.Input.MALFORMED;
import static dev.keepline.portal.forms.Input.OTHERS;
import static dev.keepline.portal.forms.Input.WIDE_CARD;

import java.util.EnumSet;
import java.util.Set;

/** What a field is for, and so what must become of an input. */
enum Kind {
    /** A name: any script, but short, and no card. Empty is right in some and wrong in others. */
    WORDS,
    /** A message: the same, and never empty. */
    LETTER,
    /** What has a shape of its own, such as an amount, a date, an address: none of the inputs has it. */
    SHAPED,
    /** As shaped, and shown by the browser only as dots: never sent back. */
    PASSWORD,
    /** One of a list; a hand-made form sends others. */
    CHOICE,
    /** Words to look for: kept nowhere. */
    SEARCH,
    /** What the page itself fills in: a key, an id, a way back, a link's secret. Whatever comes, nothing breaks. */
    HIDDEN;

    Set<Input> inputs() {
        return switch (this) {
            case SHAPED, SEARCH -> EnumSet.allOf(Input.class);
            case WORDS, LETTER ->
                EnumSet.of(ABSENT, EMPTY, LONG, CHINESE, ARABIC, EMOJI, CONTROL, HTML, CARD, WIDE_CARD);
            case PASSWORD -> EnumSet.of(ABSENT, EMPTY, LONG, CHINESE, EMOJI, CONTROL);
            case CHOICE, HIDDEN ->
                EnumSet.of(ABSENT, EMPTY, LONG, CHINESE, EMOJI, CONTROL, HTML, CARD, MALFORMED, OTHERS);
        };
    }

    /** Whether the form must come back with what is wrong. */
    boolean refuses(Input input) {
        return switch (this) {
            case WORDS -> input == LONG || input.card();
            case LETTER -> input == LONG || input.card() || input.nothing();
            case SHAPED, CHOICE -> !input.nothing();
            case PASSWORD -> true;
            case SEARCH, HIDDEN -> false;
        };
    }

    /** Whether it must be taken as it is. */
    boolean takes(Input input) {
        return (this == WORDS || this == LETTER) && !input.nothing() && !refuses(input);
    }

    /** Whether the field comes back with what was typed. */
    boolean keeps(Input input) {
        return switch (this) {
            case WORDS, LETTER, SHAPED, SEARCH -> !input.nothing() && !input.card();
            case PASSWORD, CHOICE, HIDDEN -> false;
        };
    }

    /** Whether a person types here. */
    boolean typed() {
        return this != CHOICE && this != HIDDEN && this != SEARCH;
    }
}
