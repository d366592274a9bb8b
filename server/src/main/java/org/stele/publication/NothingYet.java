package org.stele.publication;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The register has no codebook, so no figure has a meaning yet. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
final class NothingYet extends RuntimeException {
    NothingYet() {
        super("The register has no codebook yet.");
    }
}
