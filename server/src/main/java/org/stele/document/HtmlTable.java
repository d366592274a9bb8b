package org.stele.document;

/** Writes one table: a caption, headers with their scope, and room to scroll sideways on a phone. */
record HtmlTable(Table table, HtmlSpans spans) {
    String write() {
        StringBuilder out = new StringBuilder("<div class=\"table\" id=\"" + table.id() + "\" role=\"region\" tabindex=\"0\" aria-labelledby=\""
                + table.id() + "-caption\">\n<table>\n<caption id=\"" + table.id() + "-caption\">" + spans.text(table.caption())
                + "</caption>\n<thead>\n<tr>");
        for (Table.Column column : table.columns()) {
            out.append("<th scope=\"col\"").append(kind(column)).append('>').append(spans.text(column.header())).append("</th>");
        }
        out.append("</tr>\n</thead>\n");
        for (Table.Group group : table.groups()) {
            out.append("<tbody>\n");
            if (!group.title().isEmpty()) {
                out.append("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"").append(table.columns().size()).append("\">")
                        .append(spans.text(group.title())).append("</th></tr>\n");
            }
            group.rows().forEach(row -> out.append(row(row)));
            out.append("</tbody>\n");
        }
        if (table.total() != null) {
            out.append("<tfoot>\n").append(row(table.total())).append("</tfoot>\n");
        }
        out.append("</table>\n</div>\n");
        if (!table.source().isEmpty()) {
            out.append("<p class=\"source\">").append(spans.text(table.source())).append("</p>\n");
        }
        return out.toString();
    }

    private String row(Table.Row row) {
        StringBuilder out = new StringBuilder("<tr>");
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = spans.write(row.cells().get(i).spans());
            String kind = kind(table.columns().get(i));
            out.append(i == 0 ? "<th scope=\"row\"" + kind + ">" + cell + "</th>" : "<td" + kind + ">" + cell + "</td>");
        }
        return out.append("</tr>\n").toString();
    }

    private static String kind(Table.Column column) {
        return column.align() == Table.Align.NUMBER ? " class=\"number\"" : "";
    }
}
