package org.stele.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stele.document.Block;
import org.stele.document.Block.BulletList;
import org.stele.document.Block.Heading;
import org.stele.document.Block.Paragraph;
import org.stele.document.Span;

/** The blocks of a report as they grow: sections numbered, their parts lettered, in the manner of the language. */
final class Sections {

    private final Writing writing;
    private final EditionTexts texts;
    private final List<Block> blocks = new ArrayList<>();
    private int sections;
    private int parts;

    Sections(Writing writing, EditionTexts texts) {
        this.writing = writing;
        this.texts = texts;
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    void add(Block block) {
        blocks.add(block);
    }

    void addAll(List<? extends Block> more) {
        blocks.addAll(more);
    }

    /** The mark of a section or a part: I, II …, A, B …, and what Arabic has in their place. */
    private String mark(String kind, int position) {
        return writing.sentences().format(kind, Map.of()).split(" ")[position];
    }

    /** A part's mark before words: "A. ". */
    String marked(int position, String text) {
        return mark("part-marks", position) + ". " + text;
    }

    /** A numbered section of the report. */
    void section(String id, String title) {
        blocks.add(new Heading(1, id, mark("section-marks", sections++), title));
        parts = 0;
    }

    /** What stands after the numbered sections. */
    void appendix(String id, String title) {
        blocks.add(new Heading(1, id, "", title));
    }

    void part(String id, String name, Map<String, ?> values) {
        blocks.add(new Heading(2, id, "", writing.fill(name, values)));
    }

    /** A part with the next letter of its section. */
    void lettered(String id, String title) {
        blocks.add(new Heading(2, id, mark("part-marks", parts++), title));
    }

    void heading3(String id, String title) {
        blocks.add(new Heading(3, id, "", title));
    }

    void say(String name) {
        say(name, Map.of());
    }

    void say(String name, Map<String, ?> values) {
        paragraph(writing.say(name, values));
    }

    void paragraph(List<Span> spans) {
        blocks.add(new Paragraph(Paragraph.Kind.BODY, spans));
    }

    void paragraph(Optional<List<Span>> spans) {
        spans.ifPresent(this::paragraph);
    }

    void lead(List<Span> spans) {
        blocks.add(new Paragraph(Paragraph.Kind.LEAD, spans));
    }

    void list(List<? extends List<? extends Span>> items) {
        if (!items.isEmpty()) {
            blocks.add(BulletList.of(items.stream().map(item -> new BulletList.Item(List.copyOf(item), List.of())).toList()));
        }
    }

    /** House wording as points of a list, with the codebook's numbers put in; what there is no wording for is left out. */
    void wordings(String... names) {
        list(Arrays.stream(names).flatMap(name -> HouseWording.find(writing, name).stream()).map(text -> List.of(Span.plain(text))).toList());
    }

    boolean has(String text) {
        return texts.texts().containsKey(text);
    }

    /** An editors' text under the heading that stands before it; its own headings become parts of the section. */
    void text(String name) {
        editors(name).forEach(blocks::add);
    }

    /** An editors' text that begins with the title of its section. */
    void titledText(String name) {
        List<Block> text = editors(name);
        if (text.isEmpty() || !(text.getFirst() instanceof Heading title) || title.level() != 1) {
            throw new FaultyText(List.of(texts.files().get(name) + ":1: this text is a section: begin it with '# ' and the section's title"));
        }
        section(name, title.text());
        blocks.addAll(text.subList(1, text.size()));
    }

    private List<Block> editors(String name) {
        if (!has(name)) {
            return List.of();
        }
        List<Block> text = EditorsText.read(texts.files().get(name), texts.texts().get(name), writing);
        return text.stream().map(block -> block instanceof Heading heading
                ? new Heading(heading.level(), name + "-" + heading.id(), "", heading.text()) : block).toList();
    }
}
