package org.stele.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stele.codebook.Codebook;
import org.stele.codebook.CodebookFile;
import org.stele.codebook.Group;
import org.stele.codebook.OtherCategory;
import org.stele.codebook.Party;
import org.stele.codebook.SourceKind;
import org.stele.codebook.Term;
import org.stele.register.Incident;
import org.stele.register.Source;
import org.stele.register.Standing;
import org.stele.register.Victim;

/** Everything the demonstration says is a word of the codebook it is loaded with. */
class CodesTest {

    final Codebook codebook = CodebookFile.read("syria", CodebookFile.supplied("syria"));
    final Programme programme = Generator.generate();

    @Test
    void everyCodeIsOneOfTheCodebook() {
        assertThat(victims(victim -> Stream.of(victim.method()))).isSubsetOf(codes(codebook.methods()));
        assertThat(victims(victim -> Stream.ofNullable(victim.weapon()))).isSubsetOf(codes(codebook.weapons()));
        assertThat(victims(victim -> victim.groups().stream())).isSubsetOf(codebook.groups().stream().map(Group::code).toList());
        assertThat(victims(victim -> victim.attribution().parties().stream())).isSubsetOf(codebook.parties().stream().map(Party::code).toList());
        assertThat(victims(victim -> Stream.ofNullable(victim.attribution().category()))).isSubsetOf(codebook.otherParties().stream().map(OtherCategory::code).toList());
        assertThat(victims(victim -> Stream.ofNullable(victim.custody()).map(custody -> custody.channel()))).isSubsetOf(codes(codebook.channels()));
        assertThat(victims(victim -> victim.standing() instanceof Standing.Excluded excluded ? Stream.of(excluded.reason()) : Stream.of()))
                .isSubsetOf(codes(codebook.exclusions()));
        assertThat(programme.sources().stream().map(Source::kind)).isSubsetOf(codebook.sourceKinds().stream().map(SourceKind::code).toList());
        assertThat(programme.incidents().stream().map(Story::last).map(Incident::controlledBy).filter(Objects::nonNull))
                .isNotEmpty().isSubsetOf(codebook.parties().stream().map(Party::code).toList());
        assertThat(codebook.counting().adultAge()).isEqualTo(People.ADULT);
        assertThat(codebook.counting().massacreThreshold()).isEqualTo(Drafting.MASSACRE);
    }

    private Set<String> victims(Function<Victim, Stream<String>> codes) {
        return programme.victims().stream().flatMap(story -> story.states().stream()).flatMap(state -> codes.apply(state.record())).collect(Collectors.toSet());
    }

    private static Set<String> codes(List<Term> terms) {
        return terms.stream().map(Term::code).collect(Collectors.toSet());
    }
}
