package dev.keepline.portal.papers;

import java.net.URI;

/**
 * Who gives a paper out.
 *
 * @param operator the seller's name
 * @param contact where whoever has the paper reaches the seller
 * @param verify the address of the page that checks proofs
 * @param sandbox whether no money and no line is real: said on every paper
 */
public record Imprint(String operator, String contact, URI verify, boolean sandbox) {}
