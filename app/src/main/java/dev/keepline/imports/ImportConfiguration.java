package dev.keepline.imports;

import dev.keepline.catalog.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the rules of rows what there is: carriers, plans, and the languages that letters are written in. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    @Bean
    RowRules rowRules(Catalogue catalogue, InvitationLetters letters) {
        return new RowRules(catalogue, letters::speaks);
    }
}
