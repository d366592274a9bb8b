package org.stele.linkage.names;

/** One word of a name in the forms by which it is compared, made once. */
record WordForms(String plain, String folded, String strict, String loose) {

    static WordForms of(String plain) {
        return new WordForms(plain, NameText.folded(plain), Skeleton.strict(plain), Skeleton.loose(plain));
    }

    /** 1 for equal, less for each form that has to be widened, 0 for words that share none. */
    double similarity(WordForms other) {
        if (plain.equals(other.plain)) {
            return 1;
        }
        if (folded.equals(other.folded)) {
            return 0.98;
        }
        if (!strict.isEmpty() && strict.equals(other.strict)) {
            return 0.95;
        }
        if (!loose.isEmpty() && loose.equals(other.loose)) {
            return 0.85;
        }
        return oneEditApart(loose, other.loose) ? 0.6 : 0;
    }

    /** True if one letter more, less or other makes one of the other; of three letters at least. */
    private static boolean oneEditApart(String a, String b) {
        int difference = a.length() - b.length();
        if (Math.abs(difference) > 1 || Math.min(a.length(), b.length()) < 3) {
            return false;
        }
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return a.substring(Math.min(a.length(), difference >= 0 ? i + 1 : i)).equals(b.substring(Math.min(b.length(), difference <= 0 ? i + 1 : i)));
    }
}
