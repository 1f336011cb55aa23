package dev.keepline.portal.web;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.renewal.Quotes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Has a carrier's record read before dates are told that follow from it, by the rule of quotes. A page waits for it for a
 * moment only; what was never read is told without dates.
 */
@Component
class FreshRecords {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Lines lines;
    private final Quotes quotes;

    FreshRecords(Lines lines, Quotes quotes) {
        this.lines = lines;
        this.quotes = quotes;
    }

    void read(AccountId account, LineId id) {
        lines.current(account, id).ifPresent(this::read);
    }

    private void read(Line line) {
        var read = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> {
            try {
                quotes.readRecord(line);
                read.complete(true);
            } catch (RuntimeException failure) {
                read.completeExceptionally(failure);
            }
        });
        read.completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
