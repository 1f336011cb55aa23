package dev.keepline.carriers.dtone;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Sends requests to DT One, each once, and takes answers within bounds of time and size. */
final class DtOneHttp {

    private static final int LONGEST_ANSWER = 4 * 1024 * 1024;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final RestClient rest;

    DtOneHttp(DtOneSettings settings) {
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
        return exchange(rest.get().uri(path, query));
    }

    Reply post(String path, byte[] json) {
        return exchange(
                rest.post().uri(path).contentType(MediaType.APPLICATION_JSON).body(json));
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
                ? new Reply.NotSent("no connection to DT One")
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
                number(headers, HttpHeaders.RETRY_AFTER)
                        .map(Duration::ofSeconds)
                        .filter(wait -> wait.compareTo(LONGEST_WAIT) <= 0));
    }

    /** Empty where the header is missing, blank or (as a date may stand in Retry-After) no number. */
    private static Optional<Integer> number(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.getFirst(name))
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::valueOf);
    }
}
