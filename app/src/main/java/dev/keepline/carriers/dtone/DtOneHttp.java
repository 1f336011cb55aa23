package dev.keepline.carriers.dtone;

import dev.keepline.guard.Guard;
import dev.keepline.guard.RetryAfter;
import dev.keepline.trace.Traces;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Sends requests to DT One, each once, and takes answers within bounds of time and size. */
final class DtOneHttp {

    private static final Logger LOG = LoggerFactory.getLogger(DtOneHttp.class);
    private static final int LONGEST_ANSWER = 4 * 1024 * 1024;

    private final RestClient rest;
    private final Guard guard;

    DtOneHttp(DtOneSettings settings, Guard guard) {
        this.guard = guard;
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(settings.readTimeout());
        this.rest = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(settings.url().toString())
                .defaultHeaders(headers -> {
                    headers.setBasicAuth(settings.key(), settings.secret());
                    headers.setAccept(java.util.List.of(MediaType.APPLICATION_JSON));
                })
                .build();
    }

    /** @param query placeholders of the path's query, by name */
    Reply get(String path, Map<String, ?> query) {
        return guarded(guard.enter(), "GET " + bare(path), rest.get().uri(path, query));
    }

    /** A question that takes a body. */
    Reply ask(String path, byte[] json) {
        return guarded(guard.enter(), "POST " + bare(path), posting(path, json));
    }

    /** A command: never the call that tries whether DT One is back. */
    Reply command(String path, byte[] json) {
        return guarded(guard.enterIfUp(), "POST " + bare(path), posting(path, json));
    }

    private RestClient.RequestHeadersSpec<?> posting(String path, byte[] json) {
        return rest.post().uri(path).contentType(MediaType.APPLICATION_JSON).body(json);
    }

    private static String bare(String path) {
        return path.replaceFirst("[?].*", "");
    }

    private Reply guarded(Optional<Guard.Pass> leave, String what, RestClient.RequestHeadersSpec<?> request) {
        if (leave.isEmpty()) {
            var standing = guard.standing();
            return new Reply.NotSent("DT One is not called now: " + standing.state(), standing.callAgainIn());
        }
        try (var pass = leave.get()) {
            Traces.current().ifPresent(trace -> request.header("traceparent", trace.traceparent()));
            long from = System.nanoTime();
            var reply = exchange(request);
            LOG.info("DT One {}: {} after {} ms", what, reply.summary(), (System.nanoTime() - from) / 1_000_000);
            if (reply instanceof Reply.Answered answer) {
                hear(pass, answer);
            }
            return reply;
        }
    }

    /** A 500 or a page of some server in between is no word of theirs; a wish to be left alone is obeyed by all calls. */
    private static void hear(Guard.Pass pass, Reply.Answered answer) {
        if (answer.status() < 500) {
            pass.answered();
        }
        if (answer.status() == 429 || answer.status() == 503) {
            answer.retryAfter().ifPresent(pass::asksToWait);
        }
    }

    private static Reply exchange(RestClient.RequestHeadersSpec<?> request) {
        try {
            return request.exchangeForRequiredValue((_, response) -> read(response));
        } catch (ResourceAccessException failure) {
            return failed(failure.getCause());
        }
    }

    private static Reply failed(@Nullable Throwable cause) {
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
                ? new Reply.NotSent("no connection to DT One", Duration.ZERO)
                : new Reply.Lost("no answer from DT One: " + cause);
    }

    private static Reply read(ClientHttpResponse response) throws IOException {
        byte[] body = response.getBody().readNBytes(LONGEST_ANSWER + 1);
        if (body.length > LONGEST_ANSWER) {
            return new Reply.Lost("an answer of more than " + LONGEST_ANSWER + " bytes");
        }
        var headers = response.getHeaders();
        return new Reply.Answered(
                response.getStatusCode().value(),
                new String(body, StandardCharsets.UTF_8),
                number(headers, "X-Next-Page"),
                RetryAfter.read(
                        Optional.ofNullable(headers.getFirst(HttpHeaders.RETRY_AFTER)),
                        Optional.ofNullable(headers.getFirst(HttpHeaders.DATE))));
    }

    /** Empty where the header is missing, blank or no number. */
    private static Optional<Integer> number(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.getFirst(name))
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::valueOf);
    }
}
