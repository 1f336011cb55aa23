package dev.keepline.renewal;

/**
 * What somebody outside answered.
 *
 * @param outcome what we know by it: the name of the outcome
 * @param said what it shows, as a code; else the vendor's own words
 * @param reference the vendor's name for what it is about; empty where it says none
 */
public record Answer(String outcome, String said, String reference) {}
