package dev.keepline.payments.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import dev.keepline.guard.Guard;
import dev.keepline.guard.RetryAfter;
import dev.keepline.trace.Traces;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the SDK's requests, each once. The SDK's own client sits on {@code HttpURLConnection}, which sends a POST again
 * by itself when the connection breaks, has no bound on the whole answer, and hides whether anything was sent.
 */
final class StripeTransport extends HttpClient {

    /** How long earlier calls took: switched off only for a whole process, so it is left out here. */
    private static final String TELEMETRY = "X-Stripe-Client-Telemetry";

    private static final Logger LOG = LoggerFactory.getLogger(StripeTransport.class);
    private static final int LONGEST_ANSWER = 4 * 1024 * 1024;

    private final java.net.http.HttpClient http;
    private final Duration answerWithin;
    private final Guard guard;

    StripeTransport(StripeSettings settings, Guard guard) {
        this.guard = guard;
        this.http = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        this.answerWithin = settings.readTimeout();
    }

    /** @throws ApiConnectionException without a whole answer; its cause tells {@link #neverSent} whether to worry */
    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        try (var pass = guard.enter().orElseThrow(this::notNow)) {
            long from = System.nanoTime();
            var answer = send(outgoing(request));
            LOG.info(
                    "Stripe {} {}: {} after {} ms",
                    request.method(),
                    request.url().getPath(),
                    answer.statusCode(),
                    (System.nanoTime() - from) / 1_000_000);
            hear(pass, answer);
            return new StripeResponse(
                    answer.statusCode(),
                    HttpHeaders.of(answer.headers().map()),
                    new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            LOG.info("Stripe {} {}: {}", request.method(), request.url().getPath(), broken.toString());
            throw new ApiConnectionException("no answer from Stripe", broken);
        }
    }

    /** As if there were no connection: nothing was sent. */
    private ConnectException notNow() {
        return new ConnectException("Stripe is not called now: " + guard.standing());
    }

    /** A wish to be left alone is obeyed by all calls. */
    private static void hear(Guard.Pass pass, HttpResponse<byte[]> answer) {
        if (answer.statusCode() < 500) {
            pass.answered();
        }
        if (answer.statusCode() == 429 || answer.statusCode() == 503) {
            var headers = answer.headers();
            RetryAfter.read(headers.firstValue("Retry-After"), headers.firstValue("Date"))
                    .ifPresent(pass::asksToWait);
        }
    }

    /** Whether nothing can have reached Stripe: there was no connection. */
    static boolean neverSent(ApiConnectionException failure) {
        return failure.getCause() instanceof ConnectException
                || failure.getCause() instanceof HttpConnectTimeoutException;
    }

    /** The client's own timeout ends with the headers; this one bounds the body too. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            return answer.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IOException(failure.getCause());
        } catch (TimeoutException late) {
            throw new IOException("no whole answer within " + answerWithin, late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the answer", stopping);
        } finally {
            answer.cancel(true);
        }
    }

    private static HttpRequest outgoing(StripeRequest request) throws IOException {
        var builder = HttpRequest.newBuilder(URI.create(request.url().toString()))
                .header("User-Agent", buildUserAgentString(request));
        request.headers().map().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(TELEMETRY)) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        Traces.current().ifPresent(trace -> builder.header("traceparent", trace.traceparent()));
        var content = request.content();
        var body = content == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content.byteArrayContent());
        return builder.method(request.method().name(), body).build();
    }
}
