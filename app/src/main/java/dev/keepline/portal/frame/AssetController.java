package dev.keepline.portal.frame;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

/** Serves the style sheet, the script and the icon: for ever, since another content has another name. */
@Controller
@ConditionalOnWebApplication
class AssetController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{name}")
    ResponseEntity<byte[]> asset(
            @PathVariable("name") String name,
            @RequestHeader(value = "Accept-Encoding", defaultValue = "") String encodings) {
        var asset = assets.byName(name);
        if (asset.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND); // with the page that every wrong address gets
        }
        boolean compressed = encodings.contains("gzip");
        var answer = ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .header("Content-Type", asset.get().contentType())
                .header("Vary", "Accept-Encoding");
        return (compressed ? answer.header("Content-Encoding", "gzip") : answer)
                .body(asset.get().bytes(compressed));
    }
}
