package dev.keepline.portal.account;

import java.util.List;
import java.util.Optional;

/** What people call the browser that names itself so (User-Agent): enough to know one's own devices apart. */
final class BrowserName {

    private record Sign(String part, String name) {}

    /** The more particular first: most browsers also name others. */
    private static final List<Sign> BROWSERS = List.of(
            new Sign("MicroMessenger", "WeChat"),
            new Sign("Edg", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("SamsungBrowser", "Samsung Internet"),
            new Sign("Firefox", "Firefox"),
            new Sign("Chrome", "Chrome"),
            new Sign("CriOS", "Chrome"),
            new Sign("Safari", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("HarmonyOS", "HarmonyOS"),
            new Sign("Android", "Android"),
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Windows", "Windows"),
            new Sign("Mac OS X", "macOS"),
            new Sign("Linux", "Linux"));

    private BrowserName() {}

    /** For example Firefox, Windows; empty when it cannot be told. */
    static Optional<String> of(String agent) {
        var browser = first(BROWSERS, agent);
        var system = first(SYSTEMS, agent);
        if (browser.isPresent() && system.isPresent()) {
            return Optional.of(browser.get() + ", " + system.get());
        }
        return browser.or(() -> system);
    }

    private static Optional<String> first(List<Sign> signs, String agent) {
        return signs.stream()
                .filter(sign -> agent.contains(sign.part()))
                .map(Sign::name)
                .findFirst();
    }
}
