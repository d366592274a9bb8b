package org.stele.document;

/** A document as a fragment of a web page: one {@code <article>}, to stand in a page that the site gives. */
public final class HtmlPage {
    private HtmlPage() {
    }

    /** The fragment; all text escaped, no style attributes, no script. */
    public static String render(Document document) {
        return new HtmlWriter(document).write();
    }
}
