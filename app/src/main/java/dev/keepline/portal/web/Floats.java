package dev.keepline.portal.web;

import dev.keepline.kernel.Money;
import dev.keepline.portal.console.FloatTexts;
import dev.keepline.portal.frame.PortalProperties;
import dev.keepline.renewal.RenewalsUnderWay;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** What pages of the operator say of our balances beside the balances themselves. */
@Component
@ConditionalOnWebApplication
class Floats {

    private final RenewalsUnderWay renewals;
    private final PortalProperties settings;

    Floats(RenewalsUnderWay renewals, PortalProperties settings) {
        this.renewals = renewals;
        this.settings = settings;
    }

    FloatTexts.Watch watch() {
        var doubt = new HashMap<String, Map<Currency, Money>>();
        renewals.each(progress -> progress.order()
                .ifPresent(order -> doubt.computeIfAbsent(order.connector(), _ -> new HashMap<>())
                        .merge(order.wholesale().currency(), order.wholesale(), Money::plus)));
        return new FloatTexts.Watch(
                doubt.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                each -> List.copyOf(each.getValue().values()))),
                settings.floatLow());
    }
}
