package dev.keepline.portal.frame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The three files a page needs besides itself: one style sheet, one script, one icon. */
public record Assets(Asset style, Asset script, Asset icon) {

    /** Reads and joins the files from the class path. */
    public static Assets load() {
        return new Assets(
                asset("keepline", "css", "text/css;charset=utf-8", "/assets/tokens.css", "/assets/keepline.css"),
                asset(
                        "keepline",
                        "js",
                        "text/javascript;charset=utf-8",
                        webjar("htmx.org", "dist/htmx.min.js"),
                        webjar("htmx-ext-sse", "sse.js"),
                        "/assets/keepline.js"),
                asset("icon", "svg", "image/svg+xml", "/assets/icon.svg"));
    }

    Optional<Asset> byName(String name) {
        return List.of(style, script, icon).stream()
                .filter(asset -> asset.name().equals(name))
                .findFirst();
    }

    /** The folder of a webjar carries its version, which only the build file should have to know. */
    private static String webjar(String artifact, String file) {
        try (var in = open("/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")) {
            var properties = new Properties();
            properties.load(in);
            return "/META-INF/resources/webjars/" + artifact + "/" + properties.getProperty("version") + "/" + file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        var in = Assets.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("missing on the class path: " + resource);
        }
        return in;
    }

    private static Asset asset(String base, String ending, String type, String... resources) {
        var all = new ByteArrayOutputStream();
        for (var resource : resources) {
            try (var in = open(resource)) {
                in.transferTo(all);
                all.write("\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Asset(base, ending, type, all.toByteArray());
    }
}
