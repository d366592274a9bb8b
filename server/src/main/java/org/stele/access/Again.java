package org.stele.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.stele.page.Page;

/** Takes a further proof from somebody who is signed in, and says where they were on the way to. */
final class Again {

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Attempts attempts;
    private final Entrance entrance;
    private final HeldForms held;
    private final RequestCache asked;
    private final InstantSource clock;

    Again(Accounts accounts, SecondFactors factors, Attempts attempts, Entrance entrance, HeldForms held, RequestCache asked,
            InstantSource clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.attempts = attempts;
        this.entrance = entrance;
        this.held = held;
        this.asked = asked;
        this.clock = clock;
    }

    /** Where to go after a code. */
    String byCode(Page page, String account, String code, HttpServletRequest request, HttpServletResponse response) {
        try {
            attempts.begin(account, request.getRemoteAddr());
        } catch (LockedException e) {
            return page.to("/desk/again?failed=wait");
        }
        if (!factors.takes(account, code)) {
            return page.to("/desk/again?failed=wrong");
        }
        attempts.succeeded(account, request.getRemoteAddr());
        entrance.proven(accounts.find(account).orElseThrow(), Proof.CODE, clock.instant(), request, response);
        return onwards(page, request, response);
    }

    /** The page that was asked for before, or the form that was sent, or the desk. */
    String onwards(Page page, HttpServletRequest request, HttpServletResponse response) {
        SavedRequest before = asked.getRequest(request, response);
        asked.removeRequest(request, response);
        if (held.waits(request)) {
            return page.to("/desk/held");
        }
        if (before == null) {
            return page.to("/desk");
        }
        URI address = URI.create(before.getRedirectUrl());
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }
}
