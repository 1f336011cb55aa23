package dev.keepline.carriers.dtone;

import dev.keepline.jobs.Jobs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where DT One calls about an order. Only the address counts: it wakes one job, which asks. The body is not even read. */
@RestController
@ConditionalOnWebApplication
@ConditionalOnProperty("keepline.dtone.key")
class DtOneCallback {

    private final CallbackAddress address;
    private final Jobs jobs;

    DtOneCallback(CallbackAddress address, Jobs jobs) {
        this.address = address;
        this.jobs = jobs;
    }

    @PostMapping(CallbackAddress.PATH + "/{kind}/{account}/{key}/{seal}")
    ResponseEntity<Void> receive(
            @PathVariable("kind") String kind,
            @PathVariable("account") String account,
            @PathVariable("key") String key,
            @PathVariable("seal") String seal) {
        var job = address.open(kind, account, key, seal);
        job.ifPresent(jobs::wake);
        return job.isPresent()
                ? ResponseEntity.ok().build()
                : ResponseEntity.notFound().build();
    }
}
