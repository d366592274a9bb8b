package org.stele.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is shown when a page cannot be: what happened and what to do, never a trace of the program's inside. */
@Controller
class FaultPage implements ErrorController {

    private static final Set<Integer> KNOWN = Set.of(400, 403, 404, 429, 503);

    private final PageAdvice pages;

    FaultPage(PageAdvice pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    String show(HttpServletRequest request, HttpServletResponse response, Model model) {
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer number ? number : 404;
        response.setStatus(code);
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("page", pages.page(request, uri instanceof String path ? path : "/", null));
        model.addAttribute("code", code);
        model.addAttribute("fault", KNOWN.contains(code) ? String.valueOf(code) : "500");
        Object said = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        model.addAttribute("said", said instanceof Unanswerable || code == 400 && said instanceof IllegalArgumentException ? ((Exception) said).getMessage() : "");
        return "page/fault";
    }
}
