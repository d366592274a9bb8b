package org.stele.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stele.drawing.Area;
import org.stele.drawing.AreaMap;
import org.stele.drawing.BarChart;
import org.stele.drawing.Datum;
import org.stele.drawing.MonthChart;
import org.stele.language.Language;
import org.stele.language.Text;

/** A document with every kind of block, in both languages; invented, like its country. */
final class Samples {
    private Samples() {
    }

    static Document report(Language language) {
        return report(language, 3);
    }

    /** @param sections how often the section with chart, map and table is repeated: three make about a dozen pages */
    static Document report(Language language, int sections) {
        boolean ar = language == Language.AR;
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Contents(ar ? "المحتويات" : "Contents"));
        blocks.add(new Block.PageBreak());
        blocks.add(new Block.Heading(1, "headline", "I", ar ? "أبرز الأرقام" : "The month in figures"));
        blocks.add(new Block.Paragraph(Block.Paragraph.Kind.LEAD, List.of(
                Span.plain(ar ? "وثّقت المنظمة في تشرين الثاني مقتل " : "In November the organisation documented the deaths of "),
                new Span.FigureReference(ar ? "172 مدنياً" : "172 civilians", "/figures/killed"),
                Span.plain(ar ? "، بينهم 16 طفلاً و11 سيدة، أي 41.5% من حصيلة 2011–2016." : ", including 16 children and 11 women, killed at the hands of the parties to the conflict."))));
        blocks.add(new Block.KeyFigures(List.of(
                key("172", ar ? "مدنياً قُتلوا" : "civilians killed", ar ? "منذ بداية العام 1,635" : "1,635 since the beginning of the year"),
                key("16", ar ? "طفلاً" : "children", ar ? "من كلا الجنسين" : "of any sex, under 18"),
                key("11", ar ? "سيدة" : "women", ar ? "أنثى بالغة" : "adult female"),
                key("30", ar ? "بسبب التعذيب" : "victims due to torture", ""))));
        for (int i = 1; i <= sections; i++) {
            section(blocks, ar, i);
        }
        return new Document(language, ar ? "حصاد شهر: مقتل 172 مدنياً، بينهم 16 طفلاً و11 سيدة" : "172 Civilians Killed, Including 16 Children and 11 Women, in November",
                ar ? "تقرير شهري" : "Monthly report on extrajudicial killing",
                new Document.Metadata(ar ? "شبكة التوثيق" : "The Documentation Network", ar ? "1 كانون الأول 2020" : "1 December 2020",
                        ar ? "تقرير تشرين الثاني 2020" : "Monthly report, November 2020", ar ? "ضحايا الشهر" : "Victims of the month",
                        Instant.parse("2020-12-01T00:00:00Z"), List.of(
                        new Document.Imprint(ar ? "الأرقام كما في" : "Counted as of", ar ? "1 كانون الأول 2020، 00:00" : "1 December 2020, 00:00 UTC"),
                        new Document.Imprint(ar ? "دليل الترميز" : "Codebook", ar ? "سوريا، الإصدار 1" : "Syria, version 1"),
                        new Document.Imprint(ar ? "بيانات تجريبية" : "Synthetic data", ar ? "الأسماء مولّدة" : "The people in this report are invented."))),
                blocks);
    }

    private static Block.KeyFigures.Key key(String number, String label, String detail) {
        return new Block.KeyFigures.Key(new Span.FigureReference(number, "/figures/" + number), label, detail);
    }

    private static void section(List<Block> blocks, boolean ar, int n) {
        blocks.add(new Block.Heading(1, "toll-" + n, List.of("II", "III", "IV", "V", "VI", "VII", "VIII").get(n - 1), ar ? "حصيلة الضحايا المدنيين" : "Death toll of civilian victims"));
        blocks.add(new Block.Paragraph(Block.Paragraph.Kind.BODY, List.of(Span.plain(ar ? "انخفض العدد من 126 إلى 102؛ بلغت النسبة -40 "
                : "Only civilians are counted. A death is counted in the month in which it was documented, and where it happened. "),
                Span.strong(ar ? "وهذا هو الحد الأدنى" : "The figures are the bare minimum"),
                new Span.Footnote(List.of(Span.plain(ar ? "لا تُحصى وفيات المقاتلين." : "Fighters are not counted; see the methodology."))),
                Span.plain(ar ? "، وقد وثّقنا حالة السيدة Şêrîn Hāšim-Muḥammad." : ". Among those named is Şêrîn Ḥāšim al-Muḥammad ʿAbd Allāh. "),
                new Span.Link("https://example.org/method", List.of(Span.plain(ar ? "المنهجية" : "The methodology is published"))), Span.plain("."))));
        blocks.add(new Block.Heading(2, "parties-" + n, "", ar ? "حسب الجهة" : "By party"));
        blocks.add(new Block.BulletList(false, List.of(
                Block.BulletList.Item.of(ar ? "قوات النظام: 39 مدنياً، بينهم خمسة أطفال." : "Regime forces: 39 civilians, including five children."),
                new Block.BulletList.Item(List.of(Span.plain(ar ? "جهات أخرى: 106 مدنياً" : "Other parties: 106 civilians, distributed as follows:")),
                        List.of(Block.BulletList.Item.of(ar ? "ألغام: 12" : "Landmines of unknown origin: 12"), Block.BulletList.Item.of(ar ? "رصاص مجهول المصدر: 65" : "Gunfire of unknown source: 65"))))));
        blocks.add(new Block.Illustration("chart-" + n, ar ? "الضحايا حسب الجهة منذ بداية العام" : "Victims since the beginning of 2020, by party", chart(ar), ar ? "المصدر: قاعدة البيانات" : "Source: the register as of 1 December 2020"));
        blocks.add(new Block.Illustration("months-" + n, ar ? "الضحايا حسب الشهر" : "Victims per month of 2020", months(ar), ""));
        blocks.add(new Block.Illustration("map-" + n, ar ? "الضحايا حسب المحافظة" : "Victims by province of death, November 2020", map(ar), ""));
        blocks.add(table(ar, n));
        blocks.add(new Block.Note(ar ? "ملاحظة" : "How to read these figures", List.of(Block.Paragraph.of(ar ? "كل رقم مرتبط بقائمة." : "Each figure leads to the list of those it counts, as known on the day of this edition."))));
    }

    static BarChart chart(boolean ar) {
        List<BarChart.Bar> bars = new ArrayList<>();
        String[] names = ar ? new String[] {"قوات النظام (الجيش، الأمن، الميليشيات المحلية)", "القوات الروسية", "تنظيم داعش", "جهات أخرى"}
                : new String[] {"Regime forces (army, security, local militias)", "Russian forces", "ISIS", "Other parties"};
        long[] counts = {417, 211, 0, 868};
        for (int i = 0; i < names.length; i++) {
            bars.add(BarChart.Bar.of(names[i], new Datum(counts[i], "/figures/" + i)));
        }
        return BarChart.of(ar ? "مخطط: الضحايا حسب الجهة" : "Bar chart: victims by party", bars);
    }

    static MonthChart months(boolean ar) {
        long[] counts = {286, 276, 145, 78, 125, 96, 107, 122, 102, 126, 172};
        String[] names = (ar ? "ك2,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,ت1,ت2,ك1" : "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec").split(",");
        List<MonthChart.Month> months = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            months.add(new MonthChart.Month(names[i], i < counts.length ? new Datum(counts[i], null) : null));
        }
        return new MonthChart(ar ? "مخطط: الضحايا حسب الشهر" : "Column chart: victims per month", MonthChart.Form.COLUMNS, months, 10);
    }

    /** Four squares, one of them small, and a zone without a number. */
    static AreaMap map(boolean ar) {
        return new AreaMap(ar ? "خريطة: الضحايا حسب المحافظة" : "Map: victims by province", List.of(
                shaded("A", "North Province", "الشمال", 30, 34, 32, 37, 46), shaded("B", "Middle", "الوسط", 30, 32, 32, 34, 8),
                shaded("C", "East", "الشرق", 32, 32, 35, 37, 0), shaded("D", "Capital", "العاصمة", 30, 31.8, 30.2, 32, 12)),
                List.of(area("Z", "Zone", "منطقة", 30.2, 31.6, 32, 32)), List.of(area("N", "Neighbour", "جار", 20, 30, 30, 40)),
                List.of(ar ? "مكان الوفاة غير معروف: 2." : "Place of death unknown: 2 (not on the map).",
                        ar ? "لا تعبّر الحدود عن أي رأي." : "Boundaries: invented. They imply no opinion."));
    }

    private static AreaMap.Shaded shaded(String code, String en, String ar, double west, double south, double east, double north, long count) {
        return new AreaMap.Shaded(area(code, en, ar, west, south, east, north), new Datum(count, "/figures/" + code));
    }

    private static Area area(String code, String en, String ar, double west, double south, double east, double north) {
        return new Area(code, new Text(en, ar), List.of(new Area.Ring(List.of(new Area.Point(west, south), new Area.Point(east, south),
                new Area.Point(east, north), new Area.Point(west, north)))));
    }

    private static Table table(boolean ar, int n) {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            rows.add(Table.Row.of(Table.Cell.of(ar ? "محافظة " + i : "Province " + i), Table.Cell.of(new Span.FigureReference(String.valueOf(i * 131), "/figures/" + i)),
                    Table.Cell.of(String.valueOf(i * 7)), Table.Cell.of("0")));
        }
        return new Table("provinces-" + n, ar ? "الضحايا حسب المحافظة والفئة" : "Victims by province and group", List.of(Table.Column.words(ar ? "المحافظة" : "Province"),
                Table.Column.numbers(ar ? "المجموع" : "Total"), Table.Column.numbers(ar ? "أطفال" : "Children"), Table.Column.numbers(ar ? "سيدات" : "Women")),
                List.of(new Table.Group("", rows.subList(0, 5)), new Table.Group(ar ? "مناطق أخرى" : "Elsewhere", rows.subList(5, 12))),
                Table.Row.of(Table.Cell.of(ar ? "المجموع" : "Total"), Table.Cell.of("10,218"), Table.Cell.of("546"), Table.Cell.of("0")),
                ar ? "المصدر: قاعدة البيانات" : "Source: the register");
    }
}
