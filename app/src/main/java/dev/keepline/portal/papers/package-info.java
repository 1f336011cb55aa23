/**
 * What is printed and handed on: proofs and receipts, as PDF and, for proofs, as the page that checks one. A paper says
 * less than the account's own pages, and the page that checks it says no more than the paper.
 */
@NullMarked
package dev.keepline.portal.papers;

import org.jspecify.annotations.NullMarked;
