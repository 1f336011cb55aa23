package dev.keepline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** HTTP for what is not timed by the thousand: simple to use, and no cheaper than it has to be. */
final class Http {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60));
    }

    /** The answer, which must have this status. */
    HttpResponse<String> expect(int status, HttpRequest.Builder request) throws IOException, InterruptedException {
        return expect(status, request, HttpResponse.BodyHandlers.ofString());
    }

    <T> HttpResponse<T> expect(int status, HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        HttpResponse<T> answer = client.send(request.build(), body);
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.request().method() + " " + answer.uri() + " answered "
                    + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }
}
