package org.stele.document;

/** A document as a tagged A4 PDF. */
public final class Pdf {
    private Pdf() {
    }

    /** The file's bytes. The same document gives the same bytes.
     *  @throws DocumentFault when a letter is in none of the fonts, or a drawing or link cannot be set: never a "#" in a name */
    public static byte[] render(Document document) {
        return PdfPrinter.print(document);
    }
}
