package org.stele.linkage.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A personal name in its parts, each in plain form with compounds joined (عبد الله is one part, and so is Abu Bakr).
 *
 * @param chain   given name, father's, grandfather's (one or more), family name, as far as they are there
 * @param aliases text in brackets, and a kunya that precedes the chain
 */
public record PersonName(List<String> chain, List<String> aliases) {

    /** Words that stand for "nobody knows": never a name, never a reason to link. */
    private static final Set<String> PLACEHOLDERS = Set.of("مجهول", "مجهوله", "مجهولون", "اشلاء", "اشلا", "جثه", "جثمان", "الهويه", "رضيع", "رضيعه", "طفل", "طفله", "مولود", "مولوده",
            "جنين", "شخص", "unidentified", "unknown", "unnamed", "anonymous", "noname", "infant", "newborn", "remains", "nn", "na", "null", "none", "غيرمعروف", "معروف", "غير");
    private static final Set<String> BEFORE = Set.of("عبد", "ابو", "ابا", "ابي", "ام", "ابن", "بن", "بنت", "ال", "ذو", "abd", "abdul", "abdel", "abdal", "abdu", "abu", "abo", "abou", "um",
            "umm", "oum", "ibn", "bin", "ben", "bint", "al", "el", "ul", "as", "ash", "ad", "at", "an", "ar", "az");
    private static final Set<String> AFTER = Set.of("الدين", "الله", "اللاه", "هللا", "اهلل", "eddin", "eddine", "aldin", "aldeen", "uddin", "allah", "ullah");
    private static final Set<String> KUNYA = Set.of("ابو", "ام", "abu", "abo", "abou", "um", "umm", "oum");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[{]([^()\\[\\]{}]*)[)\\]}]?");
    private static final Pattern MIRRORED = Pattern.compile("\\)([^()]*)\\(");

    public PersonName {
        chain = List.copyOf(chain);
        aliases = List.copyOf(aliases);
    }

    /** Reads a name as written. Placeholders and blanks give a name without parts. */
    public static PersonName parse(String written) {
        var aliases = new ArrayList<String>();
        String text = NameText.plain(written);
        if (text.chars().anyMatch(c -> "()[]{}".indexOf(c) >= 0)) {
            text = taken(MIRRORED, text, aliases);
            text = taken(BRACKETS, text, aliases).replaceAll("[()\\[\\]{}]", " ").strip();
        }
        List<String> chain = parts(text);
        if (chain.stream().anyMatch(PersonName::isPlaceholder)) {
            chain = chain.stream().filter(part -> !isPlaceholder(part)).toList();
        }
        if (chain.size() > 3 && startsWithKunya(text)) {
            aliases.add(chain.getFirst());
            chain = chain.subList(1, chain.size());
        }
        return new PersonName(chain, aliases);
    }

    private static String taken(Pattern pattern, String text, List<String> aliases) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String alias = String.join(" ", parts(matcher.group(1)));
            if (!alias.isEmpty()) {
                aliases.add(alias);
            }
        }
        return matcher.reset().replaceAll(" ");
    }

    /** Joins what belongs together: عبد and ابو with the next word, الدين and الله with the one before. */
    private static List<String> parts(String plain) {
        var parts = new ArrayList<String>();
        String begun = "";
        for (String word : plain.split(" ")) {
            if (word.isEmpty()) {
                continue;
            }
            if (BEFORE.contains(word)) {
                begun += word;
            } else if (begun.isEmpty() && !parts.isEmpty() && AFTER.contains(word)) {
                parts.set(parts.size() - 1, parts.getLast() + word);
            } else {
                parts.add(begun + word);
                begun = "";
            }
        }
        if (!begun.isEmpty()) {
            parts.add(begun);
        }
        return parts;
    }

    private static boolean startsWithKunya(String plain) {
        int blank = plain.indexOf(' ');
        return blank > 0 && KUNYA.contains(plain.substring(0, blank)) && !plain.startsWith("ابو بكر");
    }

    /** True for a word that stands for an unknown name. */
    public static boolean isPlaceholder(String plainWord) {
        return PLACEHOLDERS.contains(plainWord) || plainWord.length() < 2;
    }

    public boolean isEmpty() {
        return chain.isEmpty();
    }

    /** The given name, empty if there is none. */
    public String given() {
        return part(0);
    }

    /** The father's name: the second of at least three parts. */
    public String father() {
        return chain.size() > 2 ? part(1) : "";
    }

    /** The grandfather's name (or names, joined): what stands between the father's and the family name. */
    public String grandfather() {
        return chain.size() > 3 ? String.join(" ", chain.subList(2, chain.size() - 1)) : "";
    }

    /** The family name: the last of at least two parts. */
    public String family() {
        return chain.size() > 1 ? chain.getLast() : "";
    }

    /** True if the family name is one of origin or belonging, like الحلبي or al-Halabi. */
    public boolean hasNisba() {
        String family = family();
        return family.startsWith("ال") && family.endsWith("ي") && family.length() > 4
                || (family.startsWith("al") || family.startsWith("el")) && (family.endsWith("i") || family.endsWith("y")) && family.length() > 4;
    }

    private String part(int at) {
        return at < chain.size() ? chain.get(at) : "";
    }
}
