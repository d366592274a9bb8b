package org.stele.access;

import jakarta.servlet.http.HttpServletResponse;

/** What a browser may load for a page: nothing from elsewhere, nothing that stands in the page itself. */
public final class ContentPolicy {

    /** Nothing but our own sheet, fonts, pictures and forms; no script at all. */
    static final String PLAIN = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    private ContentPolicy() {
    }

    /** For the few pages that do more with a script of ours than without: its file may run, and ask this server only. */
    public static void allowOwnScript(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", PLAIN + "; script-src 'self'; connect-src 'self'");
    }
}
