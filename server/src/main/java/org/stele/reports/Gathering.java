package org.stele.reports;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.Codebook;
import org.stele.history.Moment;
import org.stele.history.Version;
import org.stele.history.VersionKey;
import org.stele.messages.Use;
import org.stele.places.Boundaries;
import org.stele.places.Places;
import org.stele.register.AgeClass;
import org.stele.register.Demonstrations;
import org.stele.register.Incident;
import org.stele.register.Incidents;
import org.stele.register.PersonName;
import org.stele.register.Sex;
import org.stele.register.Victim;
import org.stele.register.Victims;
import org.stele.review.Disclosure;
import org.stele.statistics.Statistics;

/** Fetches what a report tells beside its figures: exactly the versions that the figures count. */
record Gathering(Statistics statistics, Victims victims, Incidents incidents, Places places, Boundaries boundaries, Demonstrations demonstrations,
                 Disclosure disclosure) {

    /** @param namedByOrder whether somebody decided that notable cases may be told with names; invented names always may */
    Ground ground(Codebook codebook, Figures figures, Moment moment, boolean namedByOrder) {
        boolean synthetic = demonstrations.isDemonstration();
        return new Ground(moment.at(), cases(figures), massacres(figures, codebook.counting().adultAge()), places.gazetteer(moment),
                boundaries.inForce(moment).orElse(null), synthetic || namedByOrder, synthetic);
    }

    /** Notable cases that may be told; without the name where those who told us of the person did not agree to publish it. */
    private List<Version<Victim>> cases(Figures figures) {
        return victims.exactly(behind(figures.get("torture-deaths"))).stream().filter(each -> each.record().notable())
                .filter(each -> disclosure.allows(each.id(), Use.DETAILS))
                .map(each -> disclosure.allows(each.id(), Use.NAME) ? each : unnamed(each))
                .sorted(Comparator.comparing(each -> each.record().documentedOn(), Comparator.nullsLast(Comparator.naturalOrder()))).toList();
    }

    private static Version<Victim> unnamed(Version<Victim> each) {
        return new Version<>(each.id(), each.number(), each.from(), each.to(), each.by(), each.reason(), each.record().with(PersonName.UNKNOWN));
    }

    private List<Massacre> massacres(Figures figures, int adultAge) {
        Map<@Nullable Long, List<Victim>> byIncident = victims.exactly(behind(figures.get("massacre-deaths"))).stream().map(Version::record)
                .filter(victim -> victim.incident() != null).collect(Collectors.groupingBy(Victim::incident));
        return incidents.exactly(behind(figures.get("massacres"))).stream()
                .map(incident -> massacre(incident, byIncident.getOrDefault(incident.id(), List.of()), adultAge))
                .sorted(Comparator.comparing((Massacre massacre) -> Objects.requireNonNullElse(massacre.incident().occurred().from(), LocalDate.MAX))
                        .thenComparing(Massacre::id)).toList();
    }

    private static Massacre massacre(Version<Incident> incident, List<Victim> victims, int adultAge) {
        List<Victim> children = victims.stream().filter(victim -> victim.age().classed(adultAge) == AgeClass.CHILD).toList();
        long women = victims.stream().filter(victim -> victim.age().classed(adultAge) == AgeClass.ADULT && victim.sex() == Sex.FEMALE).count();
        return new Massacre(incident.id(), incident.record(), victims.size(), children.size(),
                children.stream().filter(child -> child.sex() == Sex.FEMALE).count(), women);
    }

    private List<VersionKey> behind(Figure figure) {
        return figure.value() == 0 ? List.of()
                : statistics.explain(figure.question(), figure.measure(), List.of(), 0, Math.toIntExact(figure.value())).versions();
    }
}
