package org.stele.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.document.Span;
import org.stele.language.Dates;
import org.stele.register.Custody;
import org.stele.register.Victim;

/** A death in custody, told from its fields in the order of §5.4. What is not known is left out, never filled in. */
final class CaseNarrative {

    /** The group whose members a narrative names as such (§5.4), where a codebook has it. */
    private static final String SPECIAL_NEEDS = "special-needs";

    private final Writing writing;
    private final Ground ground;
    private final Victim victim;
    private final String sex;

    private CaseNarrative(Writing writing, Ground ground, Victim victim) {
        this.writing = writing;
        this.ground = ground;
        this.victim = victim;
        this.sex = victim.sex().name().toLowerCase(Locale.ROOT);
    }

    static List<Span> tell(Writing writing, Ground ground, Victim victim) {
        return new CaseNarrative(writing, ground, victim).tell();
    }

    private List<Span> tell() {
        List<String> sentences = new ArrayList<>();
        Custody custody = victim.custody();
        if (custody != null) {
            sentences.add(arrest(custody));
            if (Boolean.TRUE.equals(custody.disappeared())) {
                sentences.add(fill("case-disappeared", Map.of("sex", sex)));
            }
            sentences.add(informed(custody));
            if (custody.bodyReturned() != null) {
                sentences.add(fill(custody.bodyReturned() ? "case-body-returned" : "case-body-kept", Map.of()));
            }
            sentences.add(fill(Boolean.TRUE.equals(custody.healthyBefore()) ? "case-health" : "case-cause",
                    Map.of("sex", sex, "neglect", Boolean.TRUE.equals(custody.neglect()) ? "yes" : "no")));
        } else {
            sentences.add(who() + ".");
        }
        LocalDate documented = victim.documentedOn();
        if (documented != null) {
            sentences.add(dates(documented));
        }
        String text = String.join(" ", sentences.stream().filter(sentence -> !sentence.isEmpty()).toList());
        String name = name();
        return text.startsWith(name) ? List.of(Span.strong(name), Span.plain(text.substring(name.length()))) : List.of(Span.plain(text));
    }

    private String name() {
        String name = ground.named() ? victim.name().in(writing.language()) : null;
        return name == null ? fill("case-unnamed", Map.of()) : name;
    }

    private String who() {
        String origin = Wheres.place(writing, ground.places(), victim.origin());
        boolean needs = victim.groups().contains(SPECIAL_NEEDS);
        return writing.fill("case-who", Map.of("name", name(),
                "needs", needs ? writing.part("case-needs", Map.of()) : "",
                "origin", origin.isEmpty() ? "" : writing.part("case-origin", Map.of("origin", origin, "needs", needs ? "yes" : "no")),
                "work", Wheres.spoken(victim.work(), writing.language()) ? writing.part("case-work", Map.of("work", String.valueOf(victim.work()))) : ""));
    }

    private String arrest(Custody custody) {
        String place = Wheres.place(writing, ground.places(), custody.arrestPlace());
        return fill("case-arrest", Map.of("who", who(), "sex", sex,
                "holder", holder(custody.holder()),
                "place", place.isEmpty() ? "" : writing.part("place-in", Map.of("place", place)),
                "date", custody.arrest().known() ? " " + Wheres.when(writing, custody.arrest()) : "",
                "settlement", Boolean.TRUE.equals(custody.settlement()) ? writing.part("case-settlement", Map.of("sex", sex)) : ""));
    }

    private String holder(@Nullable String code) {
        return code == null ? "" : writing.codebook().party(code)
                .map(party -> writing.part("case-holder", Map.of("party", party.names().inSentence().in(writing.language())))).orElse("");
    }

    private String informed(Custody custody) {
        String facility = Wheres.spoken(custody.facility(), writing.language())
                ? writing.part("place-in", Map.of("place", String.valueOf(custody.facility()))) : "";
        if ("not-informed".equals(custody.channel())) {
            return fill("case-not-informed", Map.of("facility", facility));
        }
        if (custody.channel() == null || !custody.informed().known()) {
            return "";
        }
        String channel = writing.codebook().channel(custody.channel()).map(term -> term.name().in(writing.language())).orElse(custody.channel());
        return fill("case-informed", Map.of("date", Wheres.when(writing, custody.informed()), "channel", channel, "facility", facility));
    }

    /** Both dates (R3): the day it was documented, and when it is believed to have happened. */
    private String dates(LocalDate documented) {
        String day = Dates.day(documented, writing.language());
        return victim.death().known() ? fill("case-dates", Map.of("documented", day, "believed", Wheres.when(writing, victim.death())))
                : fill("case-dates-unknown", Map.of("documented", day));
    }

    private String fill(String name, Map<String, ?> values) {
        return writing.fill(name, values);
    }
}
