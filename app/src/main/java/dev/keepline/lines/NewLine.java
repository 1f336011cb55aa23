package dev.keepline.lines;

import java.util.Optional;

/** What is needed to begin with a line. */
public record NewLine(Line.Identity identity, Line.Home home, Optional<String> offering, Optional<Line.Dated> stated) {}
