package dev.keepline.settings;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code keepline}.
 *
 * @param publicUrl what people and counterparts reach us by: every link in mail, return and callback address starts with
 *     it; a request's Host header never does
 * @param data folder that holds the embedded database and everything else kept across restarts
 * @param dbUrl a PostgreSQL to use in place of the embedded one ({@code postgresql://user:password@host:port/database})
 * @param sandbox whether gateways and carriers are the sandbox's: no money and no line is real
 * @param proxies addresses and networks of the proxies before us, separated by commas; nobody else is believed about where
 *     a request comes from
 * @param sandboxUrl where the sandbox's page to set faults is, when there is one
 */
@ConfigurationProperties("keepline")
public record KeeplineProperties(
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @DefaultValue("data") Path data,
        @Nullable String dbUrl,
        @DefaultValue("false") boolean sandbox,
        @DefaultValue("") String proxies,
        @Nullable URI sandboxUrl) {

    public KeeplineProperties {
        if (publicUrl.getHost() == null
                || !String.valueOf(publicUrl.getScheme()).matches("https?")) {
            throw new IllegalArgumentException(
                    "keepline.public-url needs the form https://host[:port], not " + publicUrl);
        }
        try {
            Proxies.parse(proxies);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("keepline.proxies holds " + unreadable.getMessage(), unreadable);
        }
        if (publicUrl.getQuery() != null || publicUrl.getFragment() != null || publicUrl.getUserInfo() != null) {
            throw new IllegalArgumentException("keepline.public-url takes no user, query or fragment: " + publicUrl);
        }
    }

    /** The proxies before us. */
    public Proxies trusted() {
        return Proxies.parse(proxies);
    }

    /** Whether people reach us encrypted. */
    public boolean isPublicUrlSecure() {
        return "https".equals(publicUrl.getScheme());
    }

    /** An absolute link to a page or endpoint of ours. The path begins with a slash. */
    public URI link(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash: " + path);
        }
        return URI.create(publicUrl.toString().replaceFirst("/+$", "") + path);
    }
}
