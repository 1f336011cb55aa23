package dev.keepline.portal.frame;

import java.math.BigDecimal;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code keepline.portal}.
 *
 * @param operator the name under which the service is sold; it stands on every page and proof
 * @param contact how people reach the operator without an account: an address, a telephone number; empty where it names none
 * @param gatewayPages where the gateway's own payment pages are: the only other place a form of ours may lead to
 * @param textsChecked whether the operator has had the terms and the privacy notice checked; until then both pages say that
 *     nobody has
 * @param floatLow a balance at a connector below it, in units of its currency, is marked on the console's health page
 */
@ConfigurationProperties("keepline.portal")
public record PortalProperties(
        @DefaultValue("Keepline demonstration") String operator,
        @DefaultValue("") String contact,
        @DefaultValue("https://checkout.stripe.com") URI gatewayPages,
        @DefaultValue("false") boolean textsChecked,
        @DefaultValue("50") BigDecimal floatLow) {}
