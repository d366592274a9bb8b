package org.stele.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stele.language.Text;

/** Names of values that no codebook and no gazetteer names. */
final class Labels {

    private static final Map<String, Text> FIXED = Map.ofEntries(
            Map.entry(Dimension.UNKNOWN, new Text("Unknown", "غير معروف")),
            Map.entry("other", new Text("Other parties", "جهات أخرى")),
            Map.entry(Responsibility.MAIN, new Text("Main parties", "الأطراف الرئيسة")),
            Map.entry("not-specified", new Text("Not specified", "غير محدد")),
            Map.entry("attributed", new Text("Attributed", "محددة المسؤولية")),
            Map.entry("joint", new Text("Joint", "مسؤولية مشتركة")),
            Map.entry("undetermined", new Text("Undetermined", "غير محسومة")),
            Map.entry("female", new Text("Female", "أنثى")),
            Map.entry("male", new Text("Male", "ذكر")),
            Map.entry("child", new Text("Child", "طفل")),
            Map.entry("adult", new Text("Adult", "بالغ")),
            Map.entry("civilian", new Text("Civilian", "مدني")),
            Map.entry("combatant", new Text("Combatant", "مقاتل")),
            Map.entry("none", new Text("None of the groups", "من غير الفئات المذكورة")),
            Map.entry("counted", new Text("Counted", "محتسب")),
            Map.entry("received", new Text("Not yet documented", "لم يوثَّق بعد")),
            Map.entry("excluded:combatant", new Text("Excluded: combatant", "مستبعد: مقاتل")),
            Map.entry("excluded:civilian", new Text("Excluded: civilian", "مستبعد: مدني")),
            Map.entry("excluded:status-unknown", new Text("Excluded: status unknown", "مستبعد: الصفة غير معروفة")));

    private static final DateTimeFormatter MONTH_EN = DateTimeFormatter.ofPattern("LLLL uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_AR = DateTimeFormatter.ofPattern("LLLL uuuu", Locale.forLanguageTag("ar-SY-u-nu-latn"));

    private Labels() {
    }

    /** The name of a fixed value; the code itself where there is none, for a code never disappears. */
    static Text of(String code) {
        return FIXED.getOrDefault(code, new Text(code, code));
    }

    static Text excluded(Text reason) {
        return new Text("Excluded: " + reason.en(), "مستبعد: " + reason.ar());
    }

    /** @param parties names of two or more parties */
    static Text jointly(List<Text> parties) {
        List<String> en = parties.stream().map(Text::en).toList();
        String arabic = String.join(" و", parties.stream().map(Text::ar).toList());
        String english = String.join(", ", en.subList(0, en.size() - 1)) + " and " + en.getLast();
        return new Text("Jointly: " + english, "بالاشتراك: " + arabic);
    }

    static Text month(YearMonth month) {
        return new Text(MONTH_EN.format(month), MONTH_AR.format(month));
    }

    static Text day(LocalDate day) {
        return new Text(day.toString(), day.toString());
    }
}
