package org.stele.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/** Where a proof that is given to a page becomes part of the session. */
final class Entrance {

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    /** The session's number and its forms' token change with every proof, so that one that somebody else knew is worth nothing. */
    private final SessionAuthenticationStrategy renewal = new CompositeSessionAuthenticationStrategy(
            List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository())));

    /** Who is signed in, however far. */
    static Optional<SignedIn> who() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof SignedIn signedIn ? Optional.of(signedIn) : Optional.empty();
    }

    /** Adds a proof to those that the same account has given in this session; another account's are forgotten. */
    void proven(Account account, Proof proof, Instant at, HttpServletRequest request, HttpServletResponse response) {
        Proofs proofs = who().filter(before -> before.name().equals(account.name()) && before.generation() == account.generation()
                && !before.proofs().haveRunOut(at))
                .map(before -> before.proofs().and(proof, at)).orElseGet(() -> Proofs.of(proof, at));
        enter(SignedIn.as(account, proofs), request, response);
    }

    /** Keeps somebody signed in whose own change has made the account's sessions end. */
    void stays(Account changed, HttpServletRequest request, HttpServletResponse response) {
        enter(SignedIn.as(changed, who().orElseThrow().proofs()), request, response);
    }

    private void enter(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = token(who);
        renewal.onAuthentication(authentication, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    static Authentication token(SignedIn who) {
        return UsernamePasswordAuthenticationToken.authenticated(who, null, List.of());
    }
}
