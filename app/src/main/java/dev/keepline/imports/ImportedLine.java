package dev.keepline.imports;

import dev.keepline.kernel.LineId;
import dev.keepline.lines.Line;
import dev.keepline.lines.NewLine;
import java.util.Optional;

/**
 * A line of the operator that nobody has claimed, or that was claimed.
 *
 * @param line as it will be in the books of whoever claims it
 * @param told the first day without service by the operator's file, and when that was imported
 */
public record ImportedLine(LineId id, NewLine line, Optional<Line.Dated> told) {}
