package dev.keepline.sandbox.mail;

import dev.keepline.sandbox.Json;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One letter, read: its text and HTML are empty where it has none. Header names are in lower case. */
record Received(
        long number, String to, String at, Map<String, String> headers, String subject, String text, String html) {

    static Received parse(long number, String to, String at, String raw) {
        try {
            MimeMessage message = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
            Map<String, String> parts = new HashMap<>();
            read(message.getContent(), message.getContentType(), parts);
            String subject = message.getSubject();
            return new Received(
                    number,
                    to,
                    at,
                    headers(message),
                    subject == null ? "" : subject,
                    parts.getOrDefault("text/plain", ""),
                    parts.getOrDefault("text/html", ""));
        } catch (MessagingException | IOException unreadable) {
            return new Received(number, to, at, Map.of(), "(unreadable: " + unreadable.getMessage() + ")", raw, "");
        }
    }

    private static void read(@Nullable Object content, String type, Map<String, String> parts)
            throws MessagingException, IOException {
        if (content instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                BodyPart part = several.getBodyPart(i);
                read(part.getContent(), part.getContentType(), parts);
            }
        } else if (content instanceof String text) {
            parts.putIfAbsent(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT), text);
        }
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException {
        Map<String, String> headers = new HashMap<>();
        for (Enumeration<jakarta.mail.Header> all = message.getAllHeaders(); all.hasMoreElements(); ) {
            jakarta.mail.Header header = all.nextElement();
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return headers;
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("number", number)
                .put("to", to)
                .put("at", at)
                .put("subject", subject)
                .put("text", text)
                .put("html", html);
        ObjectNode names = json.putObject("headers");
        headers.forEach(names::put);
        return json;
    }
}
