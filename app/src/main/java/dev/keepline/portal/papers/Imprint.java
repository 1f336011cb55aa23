package dev.keepline.portal.papers;

import java.net.URI;

/**
 * Who gives a paper out.
 *
 * @param operator the seller's name
 * @param verify the address of the page that checks proofs
 * @param sandbox whether no money and no line is real: said on every paper
 */
public record Imprint(String operator, URI verify, boolean sandbox) {

    /** Where whoever has the paper reaches the seller: the pages for questions, at the same address. */
    public String contact() {
        return verify.resolve("/support").toString();
    }
}
