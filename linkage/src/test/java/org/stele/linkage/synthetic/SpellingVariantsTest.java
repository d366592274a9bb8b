package org.stele.linkage.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stele.linkage.names.NameIndex;

/** Generated spellings of generated names, each to be found among the twenty best of 20,000. */
class SpellingVariantsTest {

    private static final int NAMES = 20_000;
    private static final int CANDIDATES = 20;
    private static final List<List<Stock.Word>> PEOPLE = new ArrayList<>();
    private static NameIndex index;

    @BeforeAll
    static void nameThem() {
        var random = new SplittableRandom(2027);
        Victim.Names names = Victim.Names.of(2027);
        Set<String> seen = new HashSet<>();
        while (PEOPLE.size() < NAMES) {
            var chain = List.of((random.nextInt(3) > 0 ? names.men() : names.women()).draw(random), names.men().draw(random), names.men().draw(random), names.families().draw(random));
            if (seen.add(arabic(chain))) {
                PEOPLE.add(chain);
            }
        }
        index = NameIndex.of(PEOPLE.stream().map(SpellingVariantsTest::arabic).toList());
    }

    private static String arabic(List<Stock.Word> chain) {
        return String.join(" ", chain.stream().map(Stock.Word::arabic).toList());
    }

    /** Ways of writing the same Arabic name. */
    private static Map<String, UnaryOperator<String>> spellings() {
        var spellings = new LinkedHashMap<String, UnaryOperator<String>>();
        spellings.put("hamza dropped", name -> name.replaceAll("[أإآ]", "ا").replace("ء", "").replace("ؤ", "و").replace("ئ", "ي"));
        spellings.put("hamza added", name -> name.replaceAll("(^| )ا(?!ل)", "$1أ"));
        spellings.put("ta marbuta as ha", name -> name.replace("ة", "ه"));
        spellings.put("ha as ta marbuta", name -> name.replaceAll("ه( |$)", "ة$1"));
        spellings.put("ya as alef maqsura", name -> name.replaceAll("ي( |$)", "ى$1"));
        spellings.put("vowel signs", name -> name.replaceAll("([بتجحخدرسشصضطظغفقكلمن])", "$1\u064E"));
        spellings.put("tatweel", name -> name.replaceAll("([بتجحخسشصضطظغفقكلمن])(?=\\p{L})", "$1\u0640"));
        spellings.put("compounds apart", name -> name.replaceAll("(^| )عبدال", "$1عبد ال").replace("أبو", "ابو "));
        spellings.put("compounds joined", name -> name.replace("أبو ", "أبو").replace("عبد ال", "عبدال"));
        spellings.put("lam-alef inverted", Spelling::inverted);
        spellings.put("direction marks and blanks", name -> "\u202B " + name.replace(" ", "  ") + "\u202C");
        spellings.put("decomposed", name -> Normalizer.normalize(name, Normalizer.Form.NFD));
        return spellings;
    }

    @Test
    void atLeastNinetyNineOfAHundredArabicSpellingsAreFound() {
        var random = new SplittableRandom(1);
        int tried = 0;
        int found = 0;
        for (Map.Entry<String, UnaryOperator<String>> spelling : spellings().entrySet()) {
            int ofThis = 0;
            int foundOfThis = 0;
            for (int i = 0; i < 4000 && ofThis < 300; i++) {
                int person = random.nextInt(NAMES);
                String right = arabic(PEOPLE.get(person));
                String variant = spelling.getValue().apply(right);
                if (!variant.equals(right)) {
                    ofThis++;
                    foundOfThis += finds(variant, person) ? 1 : 0;
                }
            }
            System.out.printf(Locale.ROOT, "  %-28s %d of %d%n", spelling.getKey(), foundOfThis, ofThis);
            tried += ofThis;
            found += foundOfThis;
        }
        assertThat(tried).isGreaterThan(1500);
        assertThat((double) found / tried).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void atLeastNineOfTenTransliterationsAreFound() {
        var random = new SplittableRandom(2);
        int found = 0;
        int tried = 2000;
        for (int i = 0; i < tried; i++) {
            int person = random.nextInt(NAMES);
            String latin = String.join(" ", PEOPLE.get(person).stream().map(word -> Spelling.latin(word.latin(), random)).toList());
            found += finds(latin, person) ? 1 : 0;
        }
        System.out.printf(Locale.ROOT, "  %-28s %d of %d%n", "transliterations", found, tried);
        assertThat((double) found / tried).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void aNameIsFoundInAnotherOrderAndWithAPartMissing() {
        var random = new SplittableRandom(3);
        int found = 0;
        for (int i = 0; i < 400; i++) {
            int person = random.nextInt(NAMES);
            var words = new ArrayList<>(PEOPLE.get(person).stream().map(Stock.Word::arabic).toList());
            if (i % 2 == 0) {
                words.remove(1 + random.nextInt(2));
            } else {
                words.addFirst(words.removeLast());
            }
            found += finds(String.join(" ", words), person) ? 1 : 0;
        }
        System.out.printf(Locale.ROOT, "  %-28s %d of 400%n", "order, missing part", found);
        assertThat(found).isGreaterThanOrEqualTo(390);
    }

    private static boolean finds(String written, int person) {
        return index.find(written, CANDIDATES).stream().anyMatch(match -> match.name() == person);
    }
}
