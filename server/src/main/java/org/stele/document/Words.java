package org.stele.document;

import org.stele.language.Text;

/** The few words a document says by itself. */
final class Words {
    static final Text PAGE = new Text("Page", "صفحة");
    static final Text OF = new Text("of", "من");
    static final Text NOTES = new Text("Notes", "الحواشي");
    static final Text BACK = new Text("Back to the text", "العودة إلى النص");

    private Words() {
    }
}
