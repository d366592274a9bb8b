package org.stele.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Decides at every request, by the table of doors, by the account as it is now, and by what its owner has shown in this session. */
final class Doorkeeper implements AuthorizationManager<RequestAuthorizationContext> {

    /** Why somebody with an open account is not let through, for who says so to the person. */
    enum Lacking {
        /** The account has nothing to sign in with but its password. */
        SECOND_FACTOR,
        /** The person's device must be at hand, and was not for a while. */
        FRESH_PROOF
    }

    static final String LACKING = Lacking.class.getName();

    private final Accounts accounts;
    private final InstantSource clock;

    Doorkeeper(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
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
        Instant now = clock.instant();
        SignedIn signedIn = who != null && who.getPrincipal() instanceof SignedIn known && !known.proofs().haveRunOut(now) ? known : null;
        Optional<Account> account = signedIn == null ? Optional.empty()
                : accounts.find(signedIn.name()).filter(found -> found.open() && found.generation() == signedIn.generation());
        if (signedIn == null || account.isEmpty()) {
            return door.need() == null;
        }
        boolean enrolling = !account.get().enrolled();
        if (!enrolling && !signedIn.proofs().areEnough()) {
            // The password was given before something else was set up.
            return door.need() == null;
        }
        request.setAttribute(Reader.ACCOUNT, account.get());
        request.setAttribute(Reader.ENROLLING, enrolling);
        if (door.need() == null) {
            return true;
        }
        return account.get().role().may(door.need()) && !lacks(door, enrolling, signedIn.proofs().areFresh(now), request)
                && isNoted(door, account.get(), request);
    }

    private static boolean lacks(Doors.Door door, boolean enrolling, boolean fresh, HttpServletRequest request) {
        Lacking lacking = enrolling ? door.need() == Permission.OWN_KEYS ? null : Lacking.SECOND_FACTOR
                : door.asksAgain() && !fresh ? Lacking.FRESH_PROOF : null;
        request.setAttribute(LACKING, lacking);
        return lacking != null;
    }

    /** Before the first byte leaves; if this cannot be written, nothing is shown. */
    private boolean isNoted(Doors.Door door, Account account, HttpServletRequest request) {
        if (door.logged()) {
            accounts.reads(account.name(), request.getRequestURI() + (request.getQueryString() == null ? "" : "?"
                    + request.getQueryString()));
        }
        return true;
    }
}
