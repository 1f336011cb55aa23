package dev.keepline.renewal.outside;

import dev.keepline.renewal.engine.Call;
import dev.keepline.renewal.engine.Outside;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.renewal.postgres.AnswerRows;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Keeps what was answered last, for people. The engine decides by the answer alone, so a book that fails changes nothing. */
public final class RememberedOutside implements Outside {

    private static final Logger LOG = LoggerFactory.getLogger(RememberedOutside.class);

    private final Outside outside;
    private final AnswerRows rows;
    private final InstantSource clock;

    public RememberedOutside(Outside outside, AnswerRows rows, InstantSource clock) {
        this.outside = outside;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Signal perform(Call call) {
        var signal = outside.perform(call);
        AtWork.job()
                .ifPresent(job -> AnswerRules.of(signal).ifPresent(answer -> {
                    try {
                        rows.keep(job, call.getClass().getSimpleName(), answer, clock.instant());
                    } catch (DataAccessException failure) {
                        LOG.warn("what was answered about {} is not kept", job.key(), failure);
                    }
                }));
        return signal;
    }
}
