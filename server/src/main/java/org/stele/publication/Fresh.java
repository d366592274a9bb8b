package org.stele.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.springframework.web.context.request.WebRequest;

/** Lets browsers and proxies keep a page for as long as nothing in it changed. */
final class Fresh {

    /** A new start of the program may bring new templates: what was kept before is asked for again. */
    private static final String START = Long.toHexString(Instant.now().getEpochSecond());

    private Fresh() {
    }

    /** Whether the reader has this state already; the answer is then complete, without a body. */
    static boolean known(View view, WebRequest request, HttpServletResponse response) {
        return known(view.at(), Long.toHexString(view.moment().change()), request, response);
    }

    /** @param state what tells this state of the page from every other */
    static boolean known(Instant since, String state, WebRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "public, no-cache");
        return request.checkNotModified("W/\"" + START + "-" + state + "\"", since.toEpochMilli());
    }
}
