package org.stele.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was asked for in the address cannot be answered; the message says why and what to ask instead. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
public final class Unanswerable extends RuntimeException {
    public Unanswerable(String message) {
        super(message);
    }

    public Unanswerable(String message, Throwable cause) {
        super(message, cause);
    }
}
