package org.stele.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.stele.register.DateRange;

/**
 * A date in one field of a form, as well as it is known: {@code 2020-11-24}, {@code 2020-11}, {@code 2020},
 * {@code 2020-11-01/2020-11-20} for between two days, {@code ~2020-11-01/2020-11-20} for about then, empty for unknown.
 */
final class FormDate {

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private FormDate() {
    }

    /** @throws IllegalArgumentException if it is none of these */
    static DateRange read(String written) {
        String text = FormFields.latinDigits(written.strip());
        try {
            if (text.isEmpty()) {
                return DateRange.UNKNOWN;
            }
            if (text.contains("/")) {
                String[] ends = text.replaceFirst("^~", "").split("/", 2);
                DateRange between = DateRange.between(LocalDate.parse(ends[0].strip()), LocalDate.parse(ends[1].strip()));
                return text.startsWith("~") ? new DateRange(between.from(), between.to(), DateRange.Precision.ABOUT) : between;
            }
            if (YEAR.matcher(text).matches()) {
                return DateRange.year(Integer.parseInt(text));
            }
            return MONTH.matcher(text).matches() ? DateRange.month(YearMonth.parse(text)) : DateRange.day(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no date: " + written, e);
        }
    }

    static String write(DateRange date) {
        if (date.from() == null || date.to() == null) {
            return "";
        }
        return switch (date.precision()) {
            case DAY -> date.from().toString();
            case MONTH -> YearMonth.from(date.from()).toString();
            case YEAR -> "%04d".formatted(date.from().getYear());
            case RANGE -> date.from() + "/" + date.to();
            case ABOUT -> "~" + date.from() + "/" + date.to();
            case UNKNOWN -> "";
        };
    }
}
