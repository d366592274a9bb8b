package org.stele.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is nothing at this address. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class Missing extends RuntimeException {
    public Missing(String message) {
        super(message);
    }
}
