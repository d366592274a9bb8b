package org.stele.language;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Short turns of phrase that this room's values need, from {@code language/idioms.<tag>.properties}. */
final class Idioms {

    private static final Map<Language, Messages> ALL = Arrays.stream(Language.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), language -> Messages.ofResource(language, "/language/idioms")));

    private Idioms() {
    }

    static Messages of(Language language) {
        return ALL.get(language);
    }
}
