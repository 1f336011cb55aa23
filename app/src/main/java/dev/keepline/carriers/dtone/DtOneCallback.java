package dev.keepline.carriers.dtone;

import dev.keepline.jobs.Jobs;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where DT One calls about an order. Only the address counts: it wakes one job, which asks. The body is not even read. */
@RestController
@ConditionalOnWebApplication
class DtOneCallback {

    private final ObjectProvider<CallbackAddress> addresses;
    private final Jobs jobs;

    DtOneCallback(ObjectProvider<CallbackAddress> addresses, Jobs jobs) {
        this.addresses = addresses;
        this.jobs = jobs;
    }

    @PostMapping(CallbackAddress.PATH + "/{kind}/{account}/{key}/{seal}")
    ResponseEntity<Void> receive(
            @PathVariable("kind") String kind,
            @PathVariable("account") String account,
            @PathVariable("key") String key,
            @PathVariable("seal") String seal) {
        // Empty also where there is no DT One in this installation.
        var job = Optional.ofNullable(addresses.getIfAvailable()).flatMap(own -> own.open(kind, account, key, seal));
        job.ifPresent(jobs::wake);
        return job.isPresent()
                ? ResponseEntity.ok().build()
                : ResponseEntity.notFound().build();
    }
}
