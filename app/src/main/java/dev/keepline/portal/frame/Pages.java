package dev.keepline.portal.frame;

import dev.keepline.identity.ContentPolicy;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.portal.words.Language;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import dev.keepline.settings.KeeplineProperties;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Makes pages: picks the language, puts the frame around, renders. */
@Component
@ConditionalOnWebApplication
public class Pages {

    /** Remembers the language somebody chose. */
    public static final String LANGUAGE_COOKIE = "lang";

    private final Templates templates = new Templates();
    private final Languages languages;
    private final Map<String, Words> words;
    private final Assets assets;
    private final PortalProperties portal;
    private final KeeplineProperties settings;
    private final InstantSource clock;
    private final FormPages forms;

    Pages(
            Languages languages,
            Ground ground,
            PortalProperties portal,
            KeeplineProperties settings,
            InstantSource clock) {
        this.languages = languages;
        this.words = languages.all().stream().collect(Collectors.toUnmodifiableMap(Language::tag, Words::new));
        this.assets = ground.assets();
        this.forms = ground.forms();
        this.portal = portal;
        this.settings = settings;
        this.clock = clock;
    }

    /** What stands under every page: what it loads, and where it is. */
    @Component
    @ConditionalOnWebApplication
    record Ground(Assets assets, FormPages forms) {}

    /** A whole page. */
    public View page(String template, Object page) {
        return new PageView(this, "page/" + template, page);
    }

    /** A part of a page, for the script to put in place. */
    public View part(String template, Object page) {
        return new PageView(this, "part/" + template, page);
    }

    /** For what is rendered after this request has been answered. */
    public Painter painter(HttpServletRequest request) {
        return new Painter(templates, frame(request));
    }

    /** Who sells the service. */
    public String operator() {
        return portal.operator();
    }

    /** The words of this request's language: chosen in this browser, else chosen by this person, else the browser's. */
    public Words words(HttpServletRequest request) {
        var tag = Optional.ofNullable(request.getAttribute(LANGUAGE_COOKIE) instanceof String fresh ? fresh : null)
                .or(() -> cookie(request))
                .or(() -> signedIn().flatMap(CurrentAccount::chosenLanguage))
                .flatMap(languages::byTag)
                .map(Language::tag)
                .orElseGet(() -> languages.best(header(request)).tag());
        var known = words.get(tag);
        if (known == null) {
            throw new IllegalStateException("a language without words: " + tag);
        }
        return known;
    }

    /** What was chosen in this browser, signed in or not, where it is a language of ours. */
    public Optional<String> chosenLanguage(HttpServletRequest request) {
        return cookie(request).flatMap(languages::byTag).map(Language::tag);
    }

    /** The words of the language somebody asks for by its tag; this request's where it is none of ours. */
    public Words words(String tag, HttpServletRequest request) {
        return words.getOrDefault(tag, words(request));
    }

    /** The style sheet itself, for a page that stands alone. */
    public String style() {
        return new String(assets.style().bytes(false), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Every language, to offer a paper in each. */
    public List<Language> languages() {
        return languages.all();
    }

    Frame frame(HttpServletRequest request) {
        return new Frame(
                words(request),
                languages.all(),
                assets,
                new Frame.Site(portal.operator(), portal.contact(), settings.sandbox()),
                here(request),
                ContentPolicy.of(request).nonce(),
                csrf(request),
                signedIn().map(Pages::viewer).orElse(Frame.Viewer.NOBODY),
                clock.instant());
    }

    Templates templates() {
        return templates;
    }

    private static Frame.Viewer viewer(CurrentAccount account) {
        return account.staff() ? Frame.Viewer.STAFF : Frame.Viewer.SUBSCRIBER;
    }

    private static Optional<CurrentAccount> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof CurrentAccount account
                ? Optional.of(account)
                : Optional.empty();
    }

    private static Frame.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Frame.Csrf(token.getParameterName(), token.getToken())
                : new Frame.Csrf("_csrf", "");
    }

    private Frame.Here here(HttpServletRequest request) {
        var kept = Again.of(request).map(Again::kept).or(() -> typed(request));
        return new Frame.Here(forms.of(request), kept.map(KeptForm::encoded).orElse(""));
    }

    /** What stands in a form that was answered; of a form that was refused nobody knows who wrote it. */
    private static Optional<KeptForm> typed(HttpServletRequest request) {
        boolean refused = request.getDispatcherType() == DispatcherType.ERROR
                && Objects.equals(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), 403);
        return refused ? Optional.empty() : KeptForm.of(request);
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(LANGUAGE_COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static String header(HttpServletRequest request) {
        var accept = request.getHeader("Accept-Language");
        return accept == null ? "en" : accept;
    }
}
