package dev.keepline.portal.web;

import dev.keepline.portal.frame.PortalProperties;
import dev.keepline.portal.papers.Imprint;
import dev.keepline.portal.papers.Papers;
import dev.keepline.settings.KeeplineProperties;
import org.springframework.stereotype.Component;

/** Prints papers in the operator's name, from the settings. */
@Component
class Press {

    private final Imprint imprint;
    private final Papers papers;

    Press(PortalProperties portal, KeeplineProperties settings, Papers papers) {
        // Without an address of the operator's own, the pages for questions are where its customers reach it.
        var contact = portal.contact().isEmpty() ? settings.link("/support").toString() : portal.contact();
        this.imprint = new Imprint(portal.operator(), contact, settings.link("/verify"), settings.sandbox());
        this.papers = papers;
    }

    Imprint imprint() {
        return imprint;
    }

    Papers papers() {
        return papers;
    }
}
