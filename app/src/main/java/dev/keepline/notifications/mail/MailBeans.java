package dev.keepline.notifications.mail;

import dev.keepline.database.Transactions;
import java.time.InstantSource;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/** What posts letters, where a mail server is named. Asked at each start, as the beans of counterparts are. */
class MailBeans implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        if (environment.containsProperty("keepline.mail.host")) {
            registry.registerBean(
                    "mailJob",
                    MailJob.class,
                    spec -> spec.supplier(beans -> new MailJob(
                            beans.bean(LetterRows.class),
                            new SmtpPost(beans.bean(MailSettings.class)),
                            beans.bean(MailSettings.class).giveUpAfter(),
                            beans.bean(Transactions.class),
                            beans.bean(InstantSource.class))));
        }
    }
}
