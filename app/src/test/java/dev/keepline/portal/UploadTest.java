package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.Accounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files are taken from whom they may come, and no more of them than there is room for. */
class UploadTest {

    @RegisterExtension
    static final Portal portal = new Portal();

    private static final String PAGE = "/console/imports";
    private static final int MB = 1024 * 1024;

    @Test
    void nothing_of_a_strangers_file_is_read_before_they_are_asked_to_sign_in() {
        assertThat(announced("", 40 * MB)).startsWith("HTTP/1.1 303").contains("Location: /login");
        assertThat(announced("", 300 * MB)).startsWith("HTTP/1.1 303");
        assertThat(spooled()).isEmpty();
    }

    @Test
    void nothing_of_a_subscribers_file_is_read_and_the_page_is_not_there() {
        portal.account("subscriber@example.com");
        var subscriber = portal.visitor();
        subscriber.signIn("subscriber@example.com", Portal.PASSWORD);
        assertThat(announced(session(subscriber), 40 * MB)).startsWith("HTTP/1.1 404");
        assertThat(spooled()).isEmpty();
    }

    @Test
    void staff_upload_files_at_the_one_page_for_them_and_nowhere_else() {
        var staff = staff();
        assertThat(staff.upload(PAGE, "/console/customers", "lines.csv", new byte[10])
                        .statusCode())
                .isEqualTo(404);
        assertThat(staff.upload("/settings", "/settings/person", "lines.csv", new byte[10])
                        .statusCode())
                .isEqualTo(404);
        assertThat(staff.upload(PAGE, PAGE, "lines.csv", "reference\n1\n".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_file_above_the_limit_gets_a_page_that_says_so_however_large_it_is() {
        var staff = staff();
        for (int size : List.of(33 * MB, 48 * MB, 64 * MB, 65 * MB, 90 * MB)) {
            var answer = staff.upload(PAGE, PAGE, "lines.csv", rows(size));
            assertThat(answer.statusCode()).as(size + " bytes").isEqualTo(413);
            assertThat(answer.body()).contains("This file is too large", "32 MB", "200,000 rows", "Split the file");
        }
        assertThat(spooled()).isEmpty();
    }

    @Test
    void a_file_with_a_very_long_name_is_not_called_too_large() {
        var staff = staff();
        var answer = staff.upload(PAGE, PAGE, "名".repeat(5000), "reference\n1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(staff.get(answer.headers().firstValue("Location").orElseThrow())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_form_that_is_too_large_is_not_called_a_file() {
        var staff = staff();
        var answer = staff.submit("/settings", "/settings/person", java.util.Map.of("name", "x".repeat(3 * MB)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("This form is too large").doesNotContain("This file");
    }

    @Test
    void a_file_a_little_above_the_limit_is_checked_and_the_problem_is_shown_with_it() {
        var staff = staff();
        var page = staff.upload(PAGE, PAGE, "lines.csv", rows(32 * MB + 1024))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(staff.get(page).body()).contains("32");
        assertThat(spooled()).isEmpty();
    }

    /** Long rows, so that the limit of bytes is met and not that of rows. */
    private static byte[] rows(int size) {
        var header = "reference,email,carrier,state,zip,label\n".getBytes(StandardCharsets.UTF_8);
        var row = ("A,a@example.com,att-prepaid,NY,10001," + "x".repeat(4000) + "\n").getBytes(StandardCharsets.UTF_8);
        var file = Arrays.copyOf(header, size);
        for (int at = header.length; at < size; at += row.length) {
            System.arraycopy(row, 0, file, at, Math.min(row.length, size - at));
        }
        return file;
    }

    /** Says that so much will come, sends a little of it, and reads what is answered to that. */
    private static String announced(String cookie, int bytes) {
        var server = portal.context().getWebServer();
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(10_000);
            var head = "POST " + PAGE + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: " + cookie
                    + "\r\nContent-Type: multipart/form-data; boundary=part\r\nContent-Length: " + bytes + "\r\n\r\n"
                    + "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(new byte[MB]);
            socket.getOutputStream().flush();
            var answer = socket.getInputStream().readNBytes(600);
            return new String(answer, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String session(Visitor visitor) {
        return "keepline=" + visitor.cookie("keepline");
    }

    /** What Tomcat keeps of uploads. */
    private static List<Path> spooled() {
        try (var files = Files.walk(Path.of(System.getProperty("java.io.tmpdir")), 8)) {
            return files.filter(file -> file.toString().matches(".*/tomcat\\..*/upload_.*"))
                    .toList();
        } catch (IOException | UncheckedIOException _) {
            return List.of();
        }
    }

    private static Visitor staff() {
        portal.bean(Accounts.class).makeStaff(portal.account("uploader@example.com"), Instant.EPOCH);
        var visitor = portal.visitor();
        assertThat(visitor.signIn("uploader@example.com", Portal.PASSWORD).statusCode())
                .isEqualTo(303);
        return visitor;
    }
}
