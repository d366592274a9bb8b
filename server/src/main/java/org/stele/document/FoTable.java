package org.stele.document;

import org.stele.language.Language;

/** Writes one table as XSL-FO: its header repeated on every page, rows whole, numbers at the end of their column in figures
 *  of equal width, hairlines between rows and none between columns. */
record FoTable(Table table, FoSpans spans, Language language) {
    /** Up to so many rows a table stays on one page; longer ones break, but never after their first or before their last rows. */
    private static final int ONE_PAGE = 20;
    private static final int HELD = 2;

    String write() {
        StringBuilder out = new StringBuilder("<fo:block id=\"" + table.id() + "\" start-indent=\"0mm\" end-indent=\"0mm\" space-before=\"6mm\" space-after=\"7mm\""
                + (rows() <= ONE_PAGE ? " keep-together.within-page=\"always\"" : "") + ">" + FoBlocks.caption(spans.text(table.caption())) + "<fo:table table-layout=\"fixed\" width=\"100%\" "
                + (language.rightToLeft() ? "font-size=\"9pt\" line-height=\"14pt\"" : "font-size=\"8.6pt\" line-height=\"12pt\"") + ">\n");
        for (Table.Column column : table.columns()) {
            out.append("<fo:table-column column-width=\"proportional-column-width(").append(column.share()).append(")\"/>");
        }
        out.append("<fo:table-header><fo:table-row>");
        for (int i = 0; i < table.columns().size(); i++) {
            Table.Column column = table.columns().get(i);
            out.append(cell(i, "TH", "border-after-width=\"0.8pt\" border-after-color=\"" + FoLook.STRONG + "\" display-align=\"after\"",
                    "font-weight=\"bold\" color=\"" + FoLook.STRONG + "\"", spans.text(column.header())));
        }
        out.append("</fo:table-row></fo:table-header><fo:table-body>\n");
        int n = 0;
        for (Table.Group group : table.groups()) {
            if (!group.title().isEmpty()) {
                out.append("<fo:table-row keep-with-next.within-page=\"always\"><fo:table-cell role=\"TH\" number-columns-spanned=\"").append(table.columns().size())
                        .append("\" padding=\"3mm 0mm 1mm 0mm\"><fo:block font-weight=\"bold\">").append(spans.text(group.title()))
                        .append("</fo:block></fo:table-cell></fo:table-row>\n");
            }
            for (Table.Row row : group.rows()) {
                n++;
                boolean held = n <= HELD || n > rows() - HELD && n < rows() || n == rows() && table.total() != null;
                out.append(row(row, held, "border-after-width=\"0.4pt\" border-after-color=\"" + FoLook.RULE + "\"", ""));
            }
        }
        if (table.total() != null) {
            out.append(row(table.total(), false, "border-before-style=\"solid\" border-before-width=\"0.8pt\" border-before-color=\"" + FoLook.STRONG
                    + "\" border-after-width=\"0.8pt\" border-after-color=\"" + FoLook.STRONG + "\"", "font-weight=\"bold\""));
        }
        out.append("</fo:table-body></fo:table>");
        if (!table.source().isEmpty()) {
            out.append("<fo:block space-before=\"1.5mm\" ").append(FoLook.small(language)).append('>').append(spans.text(table.source())).append("</fo:block>");
        }
        return out.append("</fo:block>\n").toString();
    }

    private int rows() {
        return table.groups().stream().mapToInt(group -> group.rows().size()).sum();
    }

    private String row(Table.Row row, boolean held, String rules, String look) {
        StringBuilder out = new StringBuilder("<fo:table-row keep-together.within-page=\"always\""
                + (held ? " keep-with-next.within-page=\"always\"" : "") + ">");
        for (int i = 0; i < row.cells().size(); i++) {
            out.append(cell(i, i == 0 ? "TH" : "TD", rules, look, spans.write(row.cells().get(i).spans())));
        }
        return out.append("</fo:table-row>\n").toString();
    }

    /** Between columns a gap, at the table's own edges none, so that it stands flush with the text above and below. */
    private String cell(int column, String role, String rules, String look, String content) {
        boolean number = table.columns().get(column).align() == Table.Align.NUMBER;
        boolean last = column == table.columns().size() - 1;
        return "<fo:table-cell role=\"" + role + "\" border-after-style=\"solid\" " + rules + " padding-before=\"1.1mm\" padding-after=\"1.1mm\"><fo:block "
                + FoLook.gap(last ? 0 : 3) + " text-align=\"" + (number ? "end" : "start") + "\" " + look + ">" + content
                + "</fo:block></fo:table-cell>";
    }
}
