package dev.keepline.portal.lines;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a date comes from: shown beside every date, with its age. */
public sealed interface Source {

    /**
     * The carrier's own record.
     *
     * @param at when the record named this
     * @param later when it was read again and named it no more
     */
    record ReadFromCarrier(Instant at, Optional<Instant> later) implements Source {

        /** What the newest record names. */
        public ReadFromCarrier(Instant at) {
            this(at, Optional.empty());
        }
    }

    /** An aggregator's answer about the line, not the carrier's record. */
    record ToldByAggregator(String aggregator, Instant at) implements Source {}

    /** A rule the carrier published; the date is the source's own, where it has one. */
    record PublishedRule(Optional<String> date, OptionalInt daysAfterExpiry) implements Source {}

    /** Sources give a range; the low end counts. */
    record SourcesDisagree(int lowDays, int highDays) implements Source {}

    /** A published rule, counted from what was bought here. */
    record BoughtHere(Instant at) implements Source {}

    /** The operator's own files say so. */
    record OperatorWord(Instant at) implements Source {}

    /** The subscriber typed it. */
    record OwnWord(Instant at) implements Source {}

    /** The subscriber's date plus a published rule. */
    record OwnWordAndRule(Optional<String> ruleDate) implements Source {}

    /** The subscriber's date plus days of which sources give a range; the low end counts. */
    record OwnWordAndRange(int lowDays, int highDays) implements Source {}

    /**
     * What a quote orders.
     *
     * @param shown whether the carrier's record will show it; else it is counted by the carrier's rule
     */
    record WhatWeOrder(boolean shown) implements Source {}

    /** The carrier was asked and has not answered. */
    record NoAnswer(Optional<Instant> lastAsked) implements Source {}

    /** A rule needs the service date first. */
    record NeedsServiceDate() implements Source {}

    /** Nobody knows which carrier it is, so there is no rule to look for. */
    record NoCarrier() implements Source {}

    /** Nobody has published a rule for this carrier. */
    record NoRule() implements Source {}
}
