package org.stele.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.language.Dates;
import org.stele.language.Language;
import org.stele.language.Numbers;
import org.stele.language.Text;

/**
 * One page as a template sees it: its language, where it is, and how to say things on it.
 *
 * @param path  where the page is, without the language, beginning with a slash
 * @param query the page's query without the question mark; empty if there is none
 * @param site  whose site it is
 */
public record Page(Language language, String path, String query, Site site, Sheets sheets) {

    private static final Map<String, String> SCRIPTS = new ConcurrentHashMap<>();

    /** Addresses of the style sheets: of every page, and of documents; and whether the pages lead to the desk, which can be elsewhere. */
    record Sheets(String page, String document, boolean toDesk) {
    }

    /** Whether the desk is at the same address, so that a link leads there. */
    public boolean leadsToDesk() {
        return sheets.toDesk();
    }

    public String style() {
        return sheets.page();
    }

    public String documentStyle() {
        return sheets.document();
    }

    /** The address of one of our scripts, which changes with its contents.
     *  @param name without folder and ending */
    public static String script(String name) {
        return SCRIPTS.computeIfAbsent("/script/" + name + ".js", StyleSheet::address);
    }

    public Language other() {
        return language == Language.EN ? Language.AR : Language.EN;
    }

    /** The address of this page in the other language. */
    public String inOther() {
        return "/" + other().tag() + path + (query.isEmpty() ? "" : "?" + query);
    }

    /** The address of a page in this language.
     *  @param path beginning with a slash; may have a query */
    public String to(String path) {
        return "/" + language.tag() + path;
    }

    /** Whether the page is the one named or lies below it. */
    public boolean in(String path) {
        return this.path.equals(path) || this.path.startsWith(path + "/");
    }

    /** Whether what is said on this page is ours to put right: figures, reports and how they are made. */
    public boolean mayBeCorrected() {
        return path.equals("/") || Stream.of("/figures", "/figure", "/reports", "/methodology").anyMatch(this::in);
    }

    /** The address at which somebody says that something is wrong on this page. */
    public String toCorrect() {
        return to("/correct?about=" + encode(path + (query.isEmpty() ? "" : "?" + query)));
    }

    /** The words of a key, with its places filled: {@code {0}}, {@code {0, plural, …}} and the like. */
    public String say(String key, Object... values) {
        return Words.say(language, key, values);
    }

    /** The text in this language; nothing for none. */
    public String say(@Nullable Text text) {
        return text == null ? "" : text.in(language);
    }

    public String number(long number) {
        return Numbers.numerals(number);
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : Dates.day(day, language);
    }

    public String month(YearMonth month) {
        return Dates.month(month, language);
    }

    /** The month's name as it stands under a column. */
    public String monthLabel(YearMonth month) {
        return Dates.monthLabel(month, language);
    }

    /** A moment to the minute, in UTC and saying so. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? "" : Dates.instant(instant, language);
    }

    /** A value of a query, encoded. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
