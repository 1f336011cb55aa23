package dev.keepline.identity.web;

import dev.keepline.identity.Accounts;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.AccountId;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps nothing in the session but the account's id: name, language and rights are read anew with each request, so that
 * what is taken away from somebody is gone at once, and no object is ever deserialised from the database.
 */
@Component
public class AccountContext implements SecurityContextRepository {

    static final String STAFF = "STAFF";

    /** The index by which Spring Session finds all sessions of an account. */
    private static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    /** However much it is used: then the password is asked for again. */
    private static final Duration LONGEST_SESSION = Duration.ofDays(30);

    private static final int LONGEST_BROWSER = 300;
    private static final String FOUND = AccountContext.class.getName() + ".found";

    private final Accounts accounts;
    private final InstantSource clock;

    AccountContext(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Somebody as Spring Security sees them. */
    public static Authentication authentication(CurrentAccount account) {
        var roles = account.staff()
                ? List.of(new SimpleGrantedAuthority("ROLE_" + STAFF))
                : List.<SimpleGrantedAuthority>of();
        return UsernamePasswordAuthenticationToken.authenticated(account, "", roles);
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Once(() -> signedIn(request));
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof CurrentAccount account) {
            var session = request.getSession();
            session.setAttribute(ACCOUNT, account.id().toString());
            session.setAttribute(StoredSessions.BROWSER, browser(request));
            return;
        }
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ACCOUNT);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return id(request).isPresent();
    }

    /** An error page knows whom the request had found, and asks nobody: the database may be what failed. */
    private Optional<CurrentAccount> signedIn(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return request.getAttribute(FOUND) instanceof CurrentAccount known ? Optional.of(known) : Optional.empty();
        }
        var found = id(request).flatMap(accounts::find);
        found.ifPresent(account -> request.setAttribute(FOUND, account));
        return found;
    }

    private static String browser(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return agent == null ? "" : agent.substring(0, Math.min(agent.length(), LONGEST_BROWSER));
    }

    private Optional<AccountId> id(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && Instant.ofEpochMilli(session.getCreationTime())
                                .plus(LONGEST_SESSION)
                                .isAfter(clock.instant())
                        && session.getAttribute(ACCOUNT) instanceof String text
                ? Optional.of(AccountId.parse(text))
                : Optional.empty();
    }

    /** Looks the account up when somebody asks, and once: pages that ask nobody's name cost no query. */
    private static final class Once implements DeferredSecurityContext {

        private final java.util.function.Supplier<Optional<CurrentAccount>> lookUp;
        private Optional<SecurityContext> context = Optional.empty();
        private boolean generated;

        Once(java.util.function.Supplier<Optional<CurrentAccount>> lookUp) {
            this.lookUp = lookUp;
        }

        @Override
        public SecurityContext get() {
            if (context.isEmpty()) {
                var account = lookUp.get();
                generated = account.isEmpty();
                context = Optional.of(account.<SecurityContext>map(a -> new SecurityContextImpl(authentication(a)))
                        .orElseGet(SecurityContextImpl::new));
            }
            return context.get();
        }

        @Override
        public boolean isGenerated() {
            get();
            return generated;
        }
    }
}
