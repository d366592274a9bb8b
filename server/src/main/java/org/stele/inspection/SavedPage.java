package org.stele.inspection;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page saved from the web as HTML: browsers and archiving programs note the address and the time in it, each in its own way. */
final class SavedPage {
    private static final int HEAD = 64 << 10;
    private static final Pattern CHARSET = Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([A-Za-z0-9_:.-]{2,40})");
    private static final Pattern SAVED_FROM = Pattern.compile("(?i)<!--\\s{0,8}saved from url=\\(\\d{1,6}\\)([^\\s>]{1,2000})");
    private static final Pattern SINGLE_FILE_ADDRESS = Pattern.compile("(?is)<!--\\s{0,8}Page saved with SingleFile.{0,80}?url:\\s{0,8}(\\S{1,2000})");
    private static final Pattern SINGLE_FILE_TIME = Pattern.compile("(?is)<!--\\s{0,8}Page saved with SingleFile.{0,3000}?saved date:\\s{0,8}([^\\r\\n>]{1,100})");
    private static final Pattern CANONICAL = Pattern.compile("(?i)<link[^>]{0,300}rel\\s?=\\s?[\"']?canonical[\"']?[^>]{0,300}?href\\s?=\\s?[\"']([^\"'>]{1,2000})");
    private static final Pattern OPEN_GRAPH = Pattern.compile("(?i)<meta[^>]{0,300}property\\s?=\\s?[\"']og:url[\"'][^>]{0,300}?content\\s?=\\s?[\"']([^\"'>]{1,2000})");
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?i)<meta[^>]{0,300}property\\s?=\\s?[\"']article:published_time[\"'][^>]{0,300}?content\\s?=\\s?[\"']([^\"'>]{1,100})");
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]{0,300}>(.{0,2000}?)</title");

    private final String page;

    private SavedPage(String page) {
        this.page = page;
    }

    static SavedPage of(byte[] bytes) {
        Matcher charset = CHARSET.matcher(new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1));
        return new SavedPage(Characters.decoded(bytes, charset.find() ? charset.group(1) : null));
    }

    void report(Report report) {
        claim(report, Claim.About.ADDRESS, SAVED_FROM, "HTML comment of the browser / saved from url");
        claim(report, Claim.About.ADDRESS, SINGLE_FILE_ADDRESS, "HTML comment of SingleFile / url");
        claim(report, Claim.About.SAVED, SINGLE_FILE_TIME, "HTML comment of SingleFile / saved date");
        claim(report, Claim.About.ADDRESS, CANONICAL, "HTML link / canonical");
        claim(report, Claim.About.ADDRESS, OPEN_GRAPH, "HTML meta / og:url");
        claim(report, Claim.About.TIME, PUBLISHED, "HTML meta / article:published_time");
        claim(report, Claim.About.TITLE, TITLE, "HTML title");
        report.text(HtmlText.of(page));
    }

    private void claim(Report report, Claim.About about, Pattern pattern, String tag) {
        String value = first(pattern);
        if (value != null) {
            report.claim(about, HtmlText.decodeEntities(value).replaceAll("\\s+", " "), tag);
        }
    }

    private @Nullable String first(Pattern pattern) {
        Matcher found = pattern.matcher(page).region(0, Math.min(page.length(), HEAD));
        return found.find() ? found.group(1) : null;
    }
}
