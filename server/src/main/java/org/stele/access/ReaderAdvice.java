package org.stele.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Hands every controller and template its {@link Reader}. */
@ControllerAdvice
class ReaderAdvice {

    @ModelAttribute("reader")
    Reader reader(HttpServletRequest request) {
        return new Reader(request);
    }
}
