package org.stele.statistics;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stele.codebook.CountingRules;
import org.stele.history.Moment;
import org.stele.register.Codebooks;
import org.stele.register.DerivedFacts;
import org.stele.register.Lookup;
import org.stele.register.Victims;

/** Counts one incident's victims by the same rules as every figure. */
@Component
class DerivedToll implements DerivedFacts {

    private final Victims victims;
    private final Lookup lookup;
    private final Codebooks codebooks;

    DerivedToll(Victims victims, Lookup lookup, Codebooks codebooks) {
        this.victims = victims;
        this.lookup = lookup;
        this.codebooks = codebooks;
    }

    @Override
    public Optional<Toll> toll(long incident, Moment moment) {
        return codebooks.inForce(moment).map(adopted -> adopted.record().codebook().counting()).map(rules -> {
            long counted = lookup.victimsOf(incident, moment).stream().filter(victim -> counts(victim, moment, rules)).count();
            return new Toll(counted, rules.massacreThreshold(), counted >= rules.massacreThreshold());
        });
    }

    private boolean counts(long victim, Moment moment, CountingRules rules) {
        return victims.asOf(victim, moment).filter(version -> Inclusion.of(rules, version.record().standing(), version.record().status())
                instanceof Inclusion.Counts).isPresent();
    }
}
