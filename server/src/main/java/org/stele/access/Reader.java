package org.stele.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** Who reads a page of the desk, as its template and its controller see it. */
public final class Reader {

    static final String ACCOUNT = Reader.class.getName();

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

    public boolean may(Permission permission) {
        Account account = account();
        return account != null && account.role().may(permission);
    }

    /** Name of the hidden field that every form must send, against forged requests. */
    public String tokenField() {
        return token().getParameterName();
    }

    /** Value of that field. Reading it begins a session: public pages have no such form. */
    public String tokenValue() {
        return token().getToken();
    }

    private CsrfToken token() {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }
}
