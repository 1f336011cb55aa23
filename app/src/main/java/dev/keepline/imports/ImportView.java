package dev.keepline.imports;

import dev.keepline.kernel.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that was uploaded, as the console shows it.
 *
 * @param problems found in it, which may be more than are kept
 */
public record ImportView(ImportId id, File file, int rows, int problems, By uploaded, Optional<Carried> carried) {

    /** @param sha256 of its bytes, in hexadecimal */
    public record File(String name, String sha256, long bytes) {}

    /** Who did it when. */
    public record By(AccountId account, Instant at) {}

    /** Once it was imported. */
    public record Carried(By by, Counts counts) {}

    /**
     * What became of its rows.
     *
     * @param claimed rows of lines that somebody has claimed since, which an import leaves alone
     */
    public record Counts(int fresh, int changed, int unchanged, int claimed) {}

    /** Whether it can be imported as it is. */
    public boolean good() {
        return problems == 0 && rows > 0;
    }
}
