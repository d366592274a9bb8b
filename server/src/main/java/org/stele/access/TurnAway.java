package org.stele.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.savedrequest.RequestCache;
import org.stele.language.Language;

/**
 * What is answered to who may not come in: to the sign-in who has no open account, to a further proof or to their own page who lack that,
 * 403 who has an account that may not, 404 where there is no door.
 */
final class TurnAway {

    private final RequestCache asked;
    private final HeldForms held;

    TurnAway(RequestCache asked, HeldForms held) {
        this.asked = asked;
        this.held = held;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Doors.Door door = Doors.of(request).orElse(null);
        Object lacking = request.getAttribute(Doorkeeper.LACKING);
        boolean known = request.getAttribute(Reader.ACCOUNT) != null;
        if (door == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (lacking == Doorkeeper.Lacking.SECOND_FACTOR) {
            response.sendRedirect(to(request, "/desk/account"));
        } else if (lacking == Doorkeeper.Lacking.FRESH_PROOF) {
            send(request, response, "/desk/again");
        } else if (known || door.need() == null) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            send(request, response, "/sign-in");
        }
    }

    /** On to where a proof is given, and after it back to the page that was asked for, or to the form that was sent. */
    private void send(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        if (request.getMethod().equals("GET")) {
            asked.saveRequest(request, response);
            response.sendRedirect(to(request, path));
        } else if (held.hold(request)) {
            response.sendRedirect(to(request, path));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static String to(HttpServletRequest request, String path) {
        return "/" + language(request) + path;
    }

    static String language(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/ar/") ? Language.AR.tag() : path.startsWith("/en/") ? Language.EN.tag() : Language.of(request.getLocale()).tag();
    }
}
