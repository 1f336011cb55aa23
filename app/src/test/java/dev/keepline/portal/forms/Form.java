package dev.keepline.portal.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One form of the product.
 *
 * @param route as it is registered
 * @param who fills it in
 * @param at the page it stands on and where it is sent; asked anew for every time, where a form is good for one time
 * @param fields with what is right in them, in the order of the page
 */
record Form(String route, Who who, Supplier<At> at, Map<String, Field> fields) {

    /** Who fills in a form. */
    enum Who {
        /** Each time somebody who has not been here. */
        NOBODY,
        OWNER,
        /** Has no renewal that waits, so may leave. */
        LEAVER,
        /** Another subscriber. */
        OTHER,
        STAFF
    }

    /** Two paths. */
    record At(String page, String action) {}

    /** @param good a value that nothing is wrong with; empty where the form is better sent without */
    record Field(Kind kind, Supplier<String> good) {}

    static Form of(Who who, String route) {
        return at(who, route, () -> new At(route, route));
    }

    static Form at(Who who, String route, Supplier<At> at) {
        return new Form(route, who, at, new LinkedHashMap<>());
    }

    Form with(String name, Kind kind, String good) {
        return with(name, kind, () -> good);
    }

    Form with(String name, Kind kind, Supplier<String> good) {
        fields.put(name, new Field(kind, good));
        return this;
    }
}
