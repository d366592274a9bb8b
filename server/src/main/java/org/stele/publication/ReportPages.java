package org.stele.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import org.stele.history.Version;
import org.stele.page.Missing;
import org.stele.page.Page;
import org.stele.reports.Edition;
import org.stele.reports.Editions;
import org.stele.reports.Reports;

/** Reports, as pages and as files. */
@Controller
class ReportPages {

    private final Editions editions;
    private final Reports reports;
    private final OpenReports open;

    ReportPages(Editions editions, Reports reports, OpenReports open) {
        this.editions = editions;
        this.reports = reports;
        this.open = open;
    }

    @GetMapping("/{language:en|ar}/reports")
    String all(Model model) {
        model.addAttribute("editions", open.all());
        return "publication/reports";
    }

    @GetMapping("/{language:en|ar}/reports/{month:[0-9]{4}-[0-9]{2}}")
    @Nullable String one(@ModelAttribute("page") Page page, @PathVariable String month, WebRequest request, HttpServletResponse response, Model model) {
        Version<Edition> edition = edition(month);
        if (Fresh.known(edition.from(), edition.id() + "." + edition.number(), request, response)) {
            return null;
        }
        model.addAttribute("edition", edition.record());
        model.addAttribute("article", reports.article(edition.record(), page.language())
                .or(() -> reports.article(edition.record(), page.other())).orElse(""));
        model.addAttribute("files", edition.record().files().stream().filter(file -> !file.mediaType().startsWith("text/html")).toList());
        return "publication/report";
    }

    /** A file of the edition, as it was written. */
    @GetMapping("/{language:en|ar}/reports/{month:[0-9]{4}-[0-9]{2}}/{file:[a-z0-9.-]+}")
    ResponseEntity<byte[]> file(@PathVariable String month, @PathVariable String file) {
        Edition edition = edition(month).record();
        Edition.File found = edition.files().stream().filter(each -> each.name().equals(file) && !each.mediaType().startsWith("text/html")).findFirst()
                .orElseThrow(() -> new Missing("The report has no file '" + file + "'"));
        return ResponseEntity.ok().header("Content-Type", found.mediaType()).header("Cache-Control", "public, no-cache").eTag(found.sha256())
                .header("Content-Disposition", "inline; filename=\"" + found.name() + "\"").body(editions.bytes(found));
    }

    private Version<Edition> edition(String month) {
        try {
            return open.of(YearMonth.parse(month)).orElseThrow(() -> new Missing("There is no report on " + month));
        } catch (DateTimeException e) {
            throw new Missing("There is no month " + month);
        }
    }
}
