package dev.keepline.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Where a PostgreSQL database is and how its owner logs in.
 *
 * @param url JDBC address without user or password
 * @param owner login that migrates the schema; the application itself works as the role {@code keepline_app}
 */
public record Database(String url, String owner, String password) {

    /** Role with the application's rights; every pooled connection takes it. */
    public static final String APPLICATION_ROLE = "keepline_app";

    /**
     * Reads {@code postgresql://user:password@host:port/name?options}, with or without {@code jdbc:} in front.
     *
     * @throws StartupProblem when it is not such an address, or names no user or database
     */
    public static Database parse(String address) {
        URI uri = uri(address.replaceFirst("^jdbc:", "").replaceFirst("^postgres://", "postgresql://"));
        String[] login = Objects.requireNonNullElse(uri.getRawUserInfo(), "").split(":", 2);
        boolean complete = "postgresql".equals(uri.getScheme())
                && uri.getHost() != null
                && uri.getRawPath().length() > 1
                && !login[0].isEmpty();
        if (!complete) {
            throw malformed();
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Database(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                decoded(login[0]),
                login.length > 1 ? decoded(login[1]) : "");
    }

    private static URI uri(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException notAnAddress) {
            throw malformed(); // without the cause: its message repeats the address, and so the password
        }
    }

    private static StartupProblem malformed() {
        return new StartupProblem(
                "the database address cannot be read", "Use the form postgresql://user:password@host:5432/database.");
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url + " as " + owner;
    }
}
