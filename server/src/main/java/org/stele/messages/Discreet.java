package org.stele.messages;

import jakarta.servlet.http.HttpServletResponse;

/** The headers of pages on which somebody tells: kept by no cache, and told to no other site. */
final class Discreet {

    private Discreet() {
    }

    static void page(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
