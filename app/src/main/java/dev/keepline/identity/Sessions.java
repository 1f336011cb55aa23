package dev.keepline.identity;

import dev.keepline.identity.web.AccountContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Service;

/** Begins the session of somebody who has just signed in. */
@Service
public class Sessions {

    private final SessionAuthenticationStrategy fresh;
    private final AccountContext context;

    Sessions(SessionAuthenticationStrategy fresh, AccountContext context) {
        this.fresh = fresh;
        this.context = context;
    }

    /** Under a new id, whatever session there was before, and with a new CSRF token. */
    public void begin(CurrentAccount account, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        var authentication = AccountContext.authentication(account);
        fresh.onAuthentication(authentication, request, response);
        var signedIn = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(signedIn);
        context.saveContext(signedIn, request, response);
    }
}
