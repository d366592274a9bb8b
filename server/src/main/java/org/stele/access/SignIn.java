package org.stele.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Lets in who knows the password, after counting the attempts. */
final class SignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final Attempts attempts;

    SignIn(Accounts accounts, Attempts attempts) {
        this.accounts = accounts;
        this.attempts = attempts;
    }

    /** What a session remembers of who signed in: no role, for that is asked of the register at every request. */
    record SignedIn(String name, int generation) implements Principal, Serializable {
        @Override
        public String getName() {
            return name;
        }
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String name = asked.getName().strip().toLowerCase(Locale.ROOT);
        String address = asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        attempts.begin(name, address);
        Account account = accounts.verified(name, String.valueOf(asked.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("Name or password is wrong"));
        attempts.succeeded(name, address);
        return UsernamePasswordAuthenticationToken.authenticated(new SignedIn(account.name(), account.generation()), null, List.of());
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
