package org.stele.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/** Who reads a page of the desk, as its template and its controller see it. */
public final class Reader {

    static final String ACCOUNT = Reader.class.getName();
    static final String ENROLLING = Reader.class.getName() + ".enrolling";

    private final HttpServletRequest request;

    Reader(HttpServletRequest request) {
        this.request = request;
    }

    private @Nullable Account account() {
        return (Account) request.getAttribute(ACCOUNT);
    }

    /** The account's name; empty where nobody is signed in. */
    public String name() {
        Account account = account();
        return account == null ? "" : account.name();
    }

    /** Whether the account may; until it has more to sign in with than its password, only set that up. */
    public boolean may(Permission permission) {
        Account account = account();
        return account != null && account.role().may(permission) && (permission == Permission.OWN_KEYS || !Boolean.TRUE.equals(request.getAttribute(ENROLLING)));
    }

    /** Name of the hidden field that every form must send, against forged requests. */
    public String tokenField() {
        return token().getParameterName();
    }

    /** Value of that field. Reading it begins a session: public pages have no such form. */
    public String tokenValue() {
        return token().getToken();
    }

    /** Whether a form's body holds this session's token. For forms that the security filters do not look into; see {@code Doors.UPLOAD}. */
    public boolean confirms(@Nullable String sent) {
        if (sent == null || !(request.getAttribute(DeferredCsrfToken.class.getName()) instanceof DeferredCsrfToken session)) {
            return false;
        }
        String found = new XorCsrfTokenRequestAttributeHandler().resolveCsrfTokenValue(new HttpServletRequestWrapper(request) {
            @Override
            public @Nullable String getHeader(String name) {
                return null;
            }

            @Override
            public String getParameter(String name) {
                return sent;
            }
        }, session.get());
        return found != null && MessageDigest.isEqual(found.getBytes(StandardCharsets.UTF_8), session.get().getToken().getBytes(StandardCharsets.UTF_8));
    }

    private CsrfToken token() {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }
}
