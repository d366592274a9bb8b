package org.stele.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Where a sign-in by password leads: to the page or the form that was on the way, else to the desk. */
final class Welcome extends SavedRequestAwareAuthenticationSuccessHandler {

    private final HeldForms held;

    Welcome(RequestCache asked, HeldForms held) {
        this.held = held;
        setRequestCache(asked);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws java.io.IOException, jakarta.servlet.ServletException {
        if (held.waits(request) && who.getPrincipal() instanceof SignedIn known && known.proofs().areEnough()) {
            response.sendRedirect("/" + TurnAway.language(request) + "/desk/held");
        } else {
            super.onAuthenticationSuccess(request, response, who);
        }
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        return "/" + TurnAway.language(request) + "/desk";
    }
}
