package dev.keepline.portal.web;

import dev.keepline.catalog.Catalogue;
import dev.keepline.guard.Guard;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.jobs.Quarantine;
import dev.keepline.notifications.Undelivered;
import dev.keepline.observe.Health;
import dev.keepline.observe.Samples;
import dev.keepline.portal.console.DeskPage;
import dev.keepline.portal.console.HealthTexts;
import dev.keepline.portal.console.HealthTexts.Watched;
import dev.keepline.portal.console.HouseTexts;
import dev.keepline.settings.KeeplineProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The catalogue as it is loaded, how counterparts are doing, and what people of the operator did. */
@Controller
@ConditionalOnWebApplication
class ConsoleHouseController {

    private static final int MOST = 200;
    private static final Duration LATELY = Duration.ofDays(30);

    private final ConsoleDesk desk;
    private final Catalogue catalogue;
    private final House house;
    private final Undelivered letters;
    private final Floats floats;

    ConsoleHouseController(ConsoleDesk desk, Catalogue catalogue, House house, Undelivered letters, Floats floats) {
        this.letters = letters;
        this.floats = floats;
        this.desk = desk;
        this.catalogue = catalogue;
        this.house = house;
    }

    /** What tells how we and the others are doing. */
    @Component
    @ConditionalOnWebApplication
    static class House {
        private final List<Guard> guards;
        private final Samples samples;
        private final Health health;
        private final Quarantine quarantine;
        private final KeeplineProperties settings;

        House(
                ObjectProvider<Guard> guards,
                Samples samples,
                Health health,
                Quarantine quarantine,
                KeeplineProperties settings) {
            this.guards = guards.orderedStream().toList();
            this.samples = samples;
            this.health = health;
            this.quarantine = quarantine;
            this.settings = settings;
        }

        Watched watched(Floats floats) {
            var sandbox =
                    settings.sandbox() ? Optional.ofNullable(settings.sandboxUrl()) : Optional.<java.net.URI>empty();
            return new Watched(
                    health.parts(),
                    guards.stream().map(Guard::pulse).toList(),
                    samples,
                    quarantine.list(MOST),
                    floats.watch(),
                    sandbox);
        }
    }

    @GetMapping("/console/catalogue")
    View catalogue(CurrentAccount staff, HttpServletRequest request) {
        return show(new HouseTexts(desk.texts(staff, request)).catalogue(catalogue));
    }

    @GetMapping("/console/health")
    View health(CurrentAccount staff, HttpServletRequest request) {
        return show(new HealthTexts(desk.texts(staff, request)).page(house.watched(floats), mail()));
    }

    private HealthTexts.Mail mail() {
        var since = desk.now().minus(LATELY);
        return new HealthTexts.Mail(letters.counts(since), letters.givenUp(since, MOST));
    }

    @GetMapping("/console/actions")
    View actions(CurrentAccount staff, HttpServletRequest request) {
        var texts = desk.texts(staff, request);
        return show(texts.actionsPage(desk.actions().newest(MOST)));
    }

    private View show(DeskPage page) {
        return desk.pages().page("desk", page);
    }
}
