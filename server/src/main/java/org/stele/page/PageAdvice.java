package org.stele.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.stele.language.Language;

/** Hands every controller and every template its {@link Page}. */
@ControllerAdvice
class PageAdvice {

    private final ObjectProvider<Site> site;
    private final Page.Sheets sheets;

    PageAdvice(ObjectProvider<Site> site, @Value("${stele.desk.port:}") String deskPort) {
        this.site = site;
        this.sheets = new Page.Sheets(StyleSheet.address("/style.css"), StyleSheet.address("/css/document.css"), deskPort.isEmpty());
    }

    @ModelAttribute("page")
    Page page(HttpServletRequest request) {
        return page(request, request.getRequestURI(), request.getQueryString());
    }

    /** A page at an address, which may be another than the request's: after an error, the one that was asked for. */
    Page page(HttpServletRequest request, String path, String query) {
        Language language = Addressed.language(path).orElseGet(() -> Language.of(request.getLocale()));
        return new Page(language, Addressed.withoutLanguage(path), query == null ? "" : query, site.getIfAvailable(() -> Site.UNNAMED), sheets);
    }
}
