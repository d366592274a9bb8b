package org.stele.document;

import java.time.Instant;
import java.util.List;
import org.stele.language.Language;

/** A document in one language, before it has a form.
 *  @param title the long title, also the PDF's
 *  @param subtitle may be empty */
public record Document(Language language, String title, String subtitle, Metadata metadata, List<Block> blocks) {
    public Document {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A document needs a title");
        }
        blocks = List.copyOf(blocks);
    }

    /** About the document.
     *  @param organisation who publishes it
     *  @param date as a reader reads it, in the document's language
     *  @param shortTitle for the running header
     *  @param created stands in the PDF's metadata; a frozen edition gives the instant it was frozen, and so the same file again
     *  @param imprint what tells this edition from another: as-of instant, codebook version, licence */
    public record Metadata(String organisation, String date, String shortTitle, String subject, Instant created,
                           List<Imprint> imprint) {
        public Metadata {
            imprint = List.copyOf(imprint);
        }
    }

    /** One line of the imprint: "Counted as of" – "1 December 2020, 00:00 UTC". */
    public record Imprint(String label, String value) {
    }
}
