package org.stele.commandline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stele.intake.ImportReport;
import org.stele.intake.Reason;
import tools.jackson.databind.json.JsonMapper;

/** The report of an import, for people and for programs. */
final class ImportSummary {

    /** Reasons, places and conflicts told one by one to a person; {@code --json} gives all. */
    private static final int MOST = 10;

    private ImportSummary() {
    }

    static List<String> lines(ImportReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("%s%s by mapping '%s', source '%s'".formatted(report.dryRun() ? "DRY RUN, nothing was written: " : "", report.file(), report.mapping(), report.source()));
        lines.add("%,d accepted (%,d new, %,d changed) + %,d rejected + %,d repeated = %,d rows read, in %.1f s (%,d rows/s)".formatted(
                report.accepted(), report.added(), report.changed(), report.rejected(), report.repeated(), report.read(), report.took().toMillis() / 1000.0, report.rate()));
        if (report.rejected() > 0) {
            lines.add("Rejected, by reason:");
            report.reasons().stream().limit(MOST).forEach(each -> lines.add("  %,7d  %s".formatted(each.rows(), reason(each.reason()))));
            more(lines, report.reasons().size());
            if (report.rejectsFile() != null) {
                lines.add("  The rows are in " + report.rejectsFile() + " (and in the register): correct them there and import that file.");
            }
        }
        places(lines, "Places that fit nothing in the gazetteer, kept in words (finer places come in by 'stele places import'):", report.unmatched());
        places(lines, "Places that fit several, kept in words:", report.ambiguous());
        if (!report.sourceRevised().isEmpty()) {
            lines.add("The source has a new version: the mapping declares its %s otherwise than before.".formatted(String.join(" and its ", report.sourceRevised())));
        }
        if (report.conflictCount() > 0) {
            lines.add("%,d conflicts: a changed row or mapping against what somebody had corrected. That was kept; decide one by one:".formatted(report.conflictCount()));
            report.conflicts().stream().limit(MOST).map(ImportSummary::conflict).forEach(lines::add);
            more(lines, report.conflictCount());
        }
        if (report.incidentsRevised() > 0) {
            lines.add("%,d incidents have a new version: the rows that told them first now say something else.".formatted(report.incidentsRevised()));
        }
        if (report.disagreementCount() > 0) {
            lines.add("%,d times a row says something else of its incident than the row that told it first. The incident was kept; look at:".formatted(report.disagreementCount()));
            report.disagreements().stream().limit(MOST).forEach(each -> lines.add("  incident '%s' (row '%s'), %s: the row says %s; kept %s".formatted(
                    each.incident(), each.key(), each.field(), each.said(), each.kept())));
            more(lines, report.disagreementCount());
        }
        return lines;
    }

    private static String conflict(ImportReport.Conflict each) {
        boolean source = each.about() == ImportReport.About.SOURCE;
        return "  %s %d%s, %s: the %s said %s, now %s; kept %s".formatted(each.about().name().toLowerCase(Locale.ROOT), each.id(),
                source ? "" : " (row '" + each.key() + "')", each.field(), source ? "mapping" : "row", each.before(), each.now(), each.kept());
    }

    private static String reason(Reason reason) {
        return (reason.column().isEmpty() ? "" : reason.column() + (reason.value().isEmpty() ? ": " : " '" + reason.value() + "': ")) + reason.what() + " – " + reason.remedy();
    }

    private static void places(List<String> lines, String heading, List<ImportReport.OpenPlace> places) {
        if (!places.isEmpty()) {
            lines.add(heading);
            places.stream().limit(MOST).forEach(each -> lines.add("  %,7d  %s%s%s".formatted(each.rows(), each.text(), each.within() == null ? "" : " in " + each.within(),
                    each.candidates().isEmpty() ? "" : ": " + String.join(", ", each.candidates()))));
            more(lines, places.size());
        }
    }

    private static void more(List<String> lines, long count) {
        if (count > MOST) {
            lines.add("           … and %,d more (--json lists them)".formatted(count - MOST));
        }
    }

    static String json(ImportReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", report.file());
        json.put("sha256", report.sha256());
        json.put("mapping", report.mapping());
        json.put("source", report.source());
        json.put("dryRun", report.dryRun());
        json.put("read", report.read());
        json.put("accepted", report.accepted());
        json.put("new", report.added());
        json.put("changed", report.changed());
        json.put("repeated", report.repeated());
        json.put("rejected", report.rejected());
        json.put("rejectsFile", report.rejectsFile());
        json.put("reasons", report.reasons());
        json.put("placesUnmatched", report.unmatched());
        json.put("placesAmbiguous", report.ambiguous());
        json.put("conflictCount", report.conflictCount());
        json.put("conflicts", report.conflicts());
        json.put("sourceRevised", report.sourceRevised());
        json.put("incidentsRevised", report.incidentsRevised());
        json.put("disagreementCount", report.disagreementCount());
        json.put("disagreements", report.disagreements());
        json.put("seconds", report.took().toMillis() / 1000.0);
        json.put("rowsPerSecond", report.rate());
        return JsonMapper.builder().build().writeValueAsString(json);
    }
}
