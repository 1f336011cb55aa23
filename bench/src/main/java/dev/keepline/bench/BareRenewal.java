package dev.keepline.bench;

import java.util.UUID;

/** One renewal of the bare loop: names only. */
record BareRenewal(UUID id, UUID account, UUID line, String iccid) {

    /** As counterparts know it. */
    String reference() {
        return id.toString().replace("-", "");
    }
}
