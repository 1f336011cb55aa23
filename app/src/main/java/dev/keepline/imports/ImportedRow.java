package dev.keepline.imports;

import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Msisdn;
import dev.keepline.lines.Line;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One good row of a file.
 *
 * @param line of the file, from 1
 * @param endsOn the first day without service
 */
public record ImportedRow(int line, Who who, What what, Line.Home home, Optional<LocalDate> endsOn) {

    /**
     * By what the line is known, and who is invited to claim it.
     *
     * @param language the holder is written to, a BCP 47 tag
     */
    public record Who(
            String reference,
            String email,
            Optional<Msisdn> msisdn,
            Optional<Iccid> iccid,
            Optional<String> language) {}

    /** What it is. */
    public record What(String carrier, Optional<String> offering, String label) {}
}
