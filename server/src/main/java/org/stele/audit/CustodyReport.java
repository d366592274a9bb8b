package org.stele.audit;

import java.util.List;
import org.stele.evidence.Item;
import org.stele.evidence.Provenance;
import org.stele.history.Version;
import org.stele.vault.Blob;
import org.stele.vault.CustodyEvent;

/** An item and its chain of custody as plain text: what a clerk reads first. Every line of it stands in a sealed record of the bundle. */
final class CustodyReport {

    private CustodyReport() {
    }

    static String of(Version<Item> item, Blob blob, List<Version<Provenance>> provenances, List<CustodyEvent> chain) {
        StringBuilder text = new StringBuilder();
        text.append("Evidence item %d\n".formatted(item.id()));
        line(text, "what it is", item.record().title());
        line(text, "form", item.record().form().name().toLowerCase(java.util.Locale.ROOT));
        line(text, "length", blob.length() + " bytes");
        line(text, "SHA-256", blob.sha256());
        for (Version<Provenance> each : provenances) {
            Provenance provenance = each.record();
            text.append("\nWhere it came from\n".formatted());
            line(text, "kind of source", provenance.sourceKind());
            line(text, "source", provenance.source());
            line(text, "address", provenance.url());
            line(text, "obtained by", provenance.obtainedBy());
            line(text, "obtained at", String.valueOf(provenance.obtainedAt()));
            line(text, "taken at (claimed)", provenance.captured() == null ? null : String.valueOf(provenance.captured()));
            line(text, "consent", String.valueOf(provenance.consent()));
            line(text, "name of the file", provenance.fileName());
            line(text, "note", provenance.note());
        }
        text.append("\nChain of custody, times in UTC\n".formatted());
        for (CustodyEvent event : chain) {
            text.append("  %s  %-15s (%s)  %s: %s%s%s\n".formatted(event.at(), event.act().code(), event.act().premis(), event.by(), event.reason(),
                    event.detail().isBlank() ? "" : " – " + event.detail(), event.good() ? "" : "  NOT GOOD"));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String label, @org.jspecify.annotations.Nullable String value) {
        if (value != null && !value.isBlank()) {
            // What somebody typed stays on its line.
            text.append("  %-20s %s\n".formatted(label, value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")));
        }
    }
}
