package dev.keepline.logs;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * Writes an event as a line for people ({@code text}) or as one JSON object ({@code json}: time, level, logger, thread, trace,
 * job, message, error). Named in {@code logback-spring.xml}. Masking is the last thing done, so that nothing goes past it.
 */
public final class LineEncoder extends EncoderBase<ILoggingEvent> {

    private static final byte[] NOTHING = new byte[0];
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(java.util.Locale.ROOT);

    private final ThrowableProxyConverter throwables = new ThrowableProxyConverter();
    private boolean json;

    /** @param format {@code json}, or else {@code text}; another is refused by {@link LogSettings}, where it gets a better word */
    public void setFormat(String format) {
        json = format.equalsIgnoreCase("json");
    }

    @Override
    public void start() {
        throwables.setContext(getContext());
        throwables.start();
        super.start();
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return (json ? object(event) : line(event)).getBytes(StandardCharsets.UTF_8);
    }

    private String line(ILoggingEvent event) {
        var trace = mdc(event, "trace");
        var job = mdc(event, "job");
        return moment(event) + " " + String.format("%5s", event.getLevel()) + " [" + (trace.isEmpty() ? "-" : trace)
                + (job.isEmpty() ? "" : " " + Masking.of(job)) + "] " + shortened(event.getLoggerName()) + ": "
                + Masking.of(event.getFormattedMessage()).replace("\n", "\n  ")
                + "\n" // so that no message passes for a line
                + Masking.of(throwables.convert(event));
    }

    private String object(ILoggingEvent event) {
        var out = new StringBuilder(512).append('{');
        field(out, "time", moment(event));
        field(out, "level", event.getLevel().toString());
        field(out, "logger", event.getLoggerName());
        field(out, "thread", event.getThreadName());
        field(out, "trace", mdc(event, "trace"));
        field(out, "job", Masking.of(mdc(event, "job")));
        field(out, "message", Masking.of(event.getFormattedMessage()));
        field(out, "error", Masking.of(throwables.convert(event)));
        return out.append("}\n").toString();
    }

    /** What is empty is left out. */
    private static void field(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) {
            out.append(out.length() > 1 ? ",\"" : "\"").append(name).append("\":\"");
            value.chars().forEach(c -> character(out, (char) c));
            out.append('"');
        }
    }

    private static void character(StringBuilder out, char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ' || c == '\u2028' || c == '\u2029') {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }

    private static String moment(ILoggingEvent event) {
        return MILLIS.format(Instant.ofEpochMilli(event.getTimeStamp()));
    }

    private static String mdc(ILoggingEvent event, String name) {
        return event.getMDCPropertyMap().getOrDefault(name, "");
    }

    private static String shortened(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }
}
