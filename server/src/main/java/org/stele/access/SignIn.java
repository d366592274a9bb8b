package org.stele.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Lets in who knows the password and, where one was set up, has a code; after counting the attempts. Which of them was wrong is not told.
 * An account that has nothing set up yet comes in by its password and sees nothing but the page to do so.
 */
final class SignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Attempts attempts;
    private final InstantSource clock;

    /** What came with the form beside name and password. */
    record With(String address, String code) {
        static With of(HttpServletRequest request) {
            return new With(request.getRemoteAddr(), Objects.requireNonNullElse(request.getParameter("code"), "").strip());
        }
    }

    SignIn(Accounts accounts, SecondFactors factors, Attempts attempts, InstantSource clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String name = asked.getName().strip().toLowerCase(Locale.ROOT);
        With with = (With) Objects.requireNonNull(asked.getDetails());
        attempts.begin(name, with.address());
        Account account = accounts.verified(name, String.valueOf(asked.getCredentials()))
                .filter(known -> !known.enrolled() || factors.takes(known.name(), with.code()))
                .orElseThrow(() -> new BadCredentialsException("Name, password or code is wrong"));
        attempts.succeeded(name, with.address());
        Proofs proofs = Proofs.of(Proof.PASSWORD, clock.instant());
        return Entrance.token(SignedIn.as(account, account.enrolled() ? proofs.and(Proof.CODE, clock.instant()) : proofs));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
