package org.stele.document;

/** Being written. */
final class PdfPrinter {
    private PdfPrinter() {
    }

    static byte[] print(Document document) {
        throw new UnsupportedOperationException("Being written: " + document.title());
    }
}
