package org.stele.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        checkIds(blocks);
    }

    private static void checkIds(List<Block> blocks) {
        Set<String> seen = new HashSet<>();
        for (Block block : flat(blocks)) {
            String id = switch (block) {
                case Block.Heading heading -> heading.id();
                case Table table -> table.id();
                case Block.Illustration illustration -> illustration.id();
                default -> "";
            };
            if (!id.isEmpty() && !seen.add(id)) {
                throw new IllegalArgumentException("The id '" + id + "' stands twice in the document; links to it would be ambiguous");
            }
        }
    }

    private static List<Block> flat(List<Block> blocks) {
        List<Block> flat = new ArrayList<>();
        for (Block block : blocks) {
            flat.add(block);
            if (block instanceof Block.Note note) {
                flat.addAll(flat(note.blocks()));
            }
        }
        return flat;
    }

    /** The headings down to a level, in order. */
    List<Block.Heading> headings(int level) {
        return flat(blocks).stream().filter(Block.Heading.class::isInstance).map(Block.Heading.class::cast)
                .filter(heading -> heading.level() <= level).toList();
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
