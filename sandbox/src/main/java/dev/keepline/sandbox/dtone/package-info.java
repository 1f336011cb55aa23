/**
 * DT One's Digital Value Services as a counterpart: catalogue, look-ups, transactions, float, lines that really change.
 *
 * <p>Written from DT One's published specification (1.14.0 with what 1.23.0 added). Invented here, and said so in the
 * README: the products and prices, the line of each number, and what a renewal does to a line's days.
 */
@NullMarked
package dev.keepline.sandbox.dtone;

import org.jspecify.annotations.NullMarked;
