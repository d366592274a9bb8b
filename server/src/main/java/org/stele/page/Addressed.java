package org.stele.page;

import java.util.Arrays;
import java.util.Optional;
import org.stele.language.Language;

/** Addresses name the language first: {@code /en/…} and {@code /ar/…} are the same page. */
final class Addressed {
    private Addressed() {
    }

    static Optional<Language> language(String path) {
        return Arrays.stream(Language.values())
                .filter(language -> path.equals("/" + language.tag()) || path.startsWith("/" + language.tag() + "/")).findFirst();
    }

    static String withoutLanguage(String path) {
        return language(path).map(language -> path.substring(language.tag().length() + 1)).map(rest -> rest.isEmpty() ? "/" : rest).orElse(path);
    }
}
