package org.stele.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Decides at every request, by the table of doors and by the account as it is now. */
final class Doorkeeper implements AuthorizationManager<RequestAuthorizationContext> {

    private final Accounts accounts;

    Doorkeeper(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public AuthorizationDecision authorize(Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        Doors.Door door = Doors.of(context.getRequest()).orElse(null);
        if (door == null) {
            return new AuthorizationDecision(false);
        }
        return new AuthorizationDecision(mayEnter(who.get(), door, context.getRequest()));
    }

    private boolean mayEnter(@Nullable Authentication who, Doors.Door door, HttpServletRequest request) {
        Optional<Account> account = who != null && who.getPrincipal() instanceof SignIn.SignedIn signedIn
                ? accounts.find(signedIn.name()).filter(found -> found.open() && found.generation() == signedIn.generation())
                : Optional.empty();
        account.ifPresent(known -> request.setAttribute(Reader.ACCOUNT, known));
        if (door.need() == null) {
            return true;
        }
        if (account.isEmpty() || !account.get().role().may(door.need())) {
            return false;
        }
        if (door.logged()) {
            // Before the first byte leaves; if this cannot be written, nothing is shown.
            accounts.reads(account.get().name(), request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString()));
        }
        return true;
    }
}
