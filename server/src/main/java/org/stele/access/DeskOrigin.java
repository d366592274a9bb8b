package org.stele.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Where browsers find the desk. Passkeys are bound to it: one made for another name, by a page that looks like ours, is worth nothing here.
 */
@Component
@ConditionalOnWebApplication
class DeskOrigin {

    private final Optional<URI> configured;

    DeskOrigin(@Value("${stele.desk.origin:}") String configured) {
        this.configured = configured.isBlank() ? Optional.empty() : Optional.of(URI.create(configured));
    }

    /** None where passkeys cannot work: browsers want a name with TLS, or localhost. */
    Optional<URI> of(HttpServletRequest request) {
        return configured.or(() -> request.getServerName().equals("localhost")
                ? Optional.of(URI.create(request.getScheme() + "://localhost" + port(request))) : Optional.empty());
    }

    private static String port(HttpServletRequest request) {
        int usual = request.isSecure() ? 443 : 80;
        return request.getServerPort() == usual ? "" : ":" + request.getServerPort();
    }
}
