package org.stele.document;

/** Being written. */
record HtmlWriter(Document document) {
    String write() {
        throw new UnsupportedOperationException("Being written: " + document.title());
    }
}
