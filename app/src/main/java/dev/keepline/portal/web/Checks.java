package dev.keepline.portal.web;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.renewals.ProofPage;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Certificates;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** How a proof can be checked by somebody else. */
@Component
@ConditionalOnWebApplication
class Checks {

    private final Certificates certificates;
    private final Press press;
    private final Pages pages;

    Checks(Certificates certificates, Press press, Pages pages) {
        this.certificates = certificates;
        this.press = press;
        this.pages = pages;
    }

    /** Empty while nothing is proven and settled. */
    Optional<ProofPage.Check> of(AccountId account, RenewalId renewal, Words w) {
        return certificates
                .of(account, renewal)
                .map(certificate -> new ProofPage.Check(
                        certificate.code().toString(),
                        w.h(
                                "proof.code.how",
                                "address",
                                Shown.text(press.imprint().verify().toString())),
                        pages.languages()));
    }
}
