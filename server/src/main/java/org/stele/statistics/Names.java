package org.stele.statistics;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stele.codebook.Codebook;
import org.stele.codebook.CountingRules.DateBasis;
import org.stele.codebook.CountingRules.PlaceBasis;
import org.stele.codebook.PlaceLevel;
import org.stele.language.Text;

/** What measures, dimensions and the declared scope are called above a table, in both languages. */
public final class Names {

    private static final Map<Measure.Basic, Text> MEASURES = new EnumMap<>(Measure.Basic.class);
    private static final Map<Dimension.Axis, Text> AXES = new EnumMap<>(Dimension.Axis.class);

    static {
        MEASURES.put(Measure.Basic.VICTIMS, new Text("Victims", "الضحايا"));
        MEASURES.put(Measure.Basic.CHILDREN, new Text("Children", "الأطفال"));
        MEASURES.put(Measure.Basic.WOMEN, new Text("Women", "النساء"));
        MEASURES.put(Measure.Basic.MEN, new Text("Men", "الرجال"));
        MEASURES.put(Measure.Basic.UNKNOWN, new Text("Sex or age unknown", "الجنس أو العمر غير معروف"));
        MEASURES.put(Measure.Basic.TORTURE, new Text("Due to torture", "بسبب التعذيب"));
        MEASURES.put(Measure.Basic.LANDMINES, new Text("By landmines", "بسبب الألغام"));
        MEASURES.put(Measure.Basic.MASSACRES, new Text("Massacres", "المجازر"));
        MEASURES.put(Measure.Basic.MASSACRE_VICTIMS, new Text("Victims of massacres", "ضحايا المجازر"));
        MEASURES.put(Measure.Basic.MASSACRE_TOLL, new Text("Killed in the massacres counted", "قتلى المجازر المحتسبة"));
        MEASURES.put(Measure.Basic.INJURED, new Text("Injured, at least", "الجرحى على الأقل"));
        MEASURES.put(Measure.Basic.UNRECORDED_MIN, new Text("Killed, not recorded one by one, at least", "قتلى غير مسجلين فرادى، على الأقل"));
        MEASURES.put(Measure.Basic.UNRECORDED_MAX, new Text("Killed, not recorded one by one, at most", "قتلى غير مسجلين فرادى، على الأكثر"));
        MEASURES.put(Measure.Basic.RECORDED, new Text("All recorded, counted or not", "جميع المسجلين، محتسبين وغير محتسبين"));
        AXES.put(Dimension.Axis.PARTY, new Text("Responsible party", "الجهة المسؤولة"));
        AXES.put(Dimension.Axis.OTHER_PARTY, new Text("Other parties", "الجهات الأخرى"));
        AXES.put(Dimension.Axis.RESPONSIBILITY, new Text("Responsibility", "المسؤولية"));
        AXES.put(Dimension.Axis.DEATH_PLACE, new Text("Place of death", "مكان الوفاة"));
        AXES.put(Dimension.Axis.ORIGIN, new Text("Place of origin", "المكان الأصلي"));
        AXES.put(Dimension.Axis.DAY, new Text("Day documented", "يوم التوثيق"));
        AXES.put(Dimension.Axis.MONTH, new Text("Month documented", "شهر التوثيق"));
        AXES.put(Dimension.Axis.YEAR, new Text("Year documented", "سنة التوثيق"));
        AXES.put(Dimension.Axis.DEATH_DAY, new Text("Day of death", "يوم الوفاة"));
        AXES.put(Dimension.Axis.DEATH_MONTH, new Text("Month of death", "شهر الوفاة"));
        AXES.put(Dimension.Axis.DEATH_YEAR, new Text("Year of death", "سنة الوفاة"));
        AXES.put(Dimension.Axis.SEX, new Text("Sex", "الجنس"));
        AXES.put(Dimension.Axis.AGE_CLASS, new Text("Age", "العمر"));
        AXES.put(Dimension.Axis.METHOD, new Text("Method", "طريقة القتل"));
        AXES.put(Dimension.Axis.WEAPON, new Text("Weapon", "السلاح"));
        AXES.put(Dimension.Axis.GROUP, new Text("Group", "الفئة"));
        AXES.put(Dimension.Axis.STATUS, new Text("Status", "الصفة"));
        AXES.put(Dimension.Axis.STANDING, new Text("Standing", "حالة السجل"));
    }

    private final Codebook codebook;

    public Names(Codebook codebook) {
        this.codebook = codebook;
    }

    /** The name of a measure; a group's own name, and its code if the codebook does not have it. */
    public Text measure(Measure measure) {
        return switch (measure) {
            case Measure.Basic basic -> MEASURES.getOrDefault(basic, new Text(basic.code(), basic.code()));
            case Measure.GroupMembers(String group) -> codebook.group(group).map(found -> found.name()).orElse(new Text(group, group));
        };
    }

    /** The name of a dimension; for places with the level's own name. */
    public Text dimension(Dimension dimension) {
        Text name = AXES.getOrDefault(dimension.axis(), new Text("Dimension", "البعد"));
        List<PlaceLevel> levels = codebook.placeLevels();
        boolean place = dimension.axis() == Dimension.Axis.DEATH_PLACE || dimension.axis() == Dimension.Axis.ORIGIN;
        if (place && dimension.level() <= levels.size()) {
            Text level = levels.get(dimension.level() - 1).name();
            return dimension.axis() == Dimension.Axis.DEATH_PLACE ? level : new Text(level.en() + " of origin", level.ar() + " (الأصل)");
        }
        return name;
    }

    /** By which date and which place the programme counts. */
    public Text basis() {
        boolean documented = codebook.counting().dateBasis() == DateBasis.DOCUMENTATION;
        boolean death = codebook.counting().placeBasis() == PlaceBasis.DEATH;
        return new Text("by date of " + (documented ? "documentation" : "death") + " and place of " + (death ? "death" : "origin"),
                "حسب تاريخ " + (documented ? "التوثيق" : "الوفاة") + " ومكان " + (death ? "الوفاة" : "الأصل"));
    }

    public Text total() {
        return new Text("Total", "المجموع");
    }
}
