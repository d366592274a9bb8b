package org.stele.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stele.evidence.Items;
import org.stele.evidence.Looking;
import org.stele.evidence.Reference;
import org.stele.evidence.Similarities;
import org.stele.history.Version;

class SampleEvidenceTest {

    @Test
    void itIsMarkedAttachedToNovemberAndTakenOnce() throws IOException {
        Items items = DemonstrationRegister.get(Items.class);
        DemonstrationRegister.get(SampleEvidence.class).add();
        assertThat(DemonstrationRegister.get(SampleEvidence.class).add()).as("once").isZero();

        assertThat(items.count()).isEqualTo(15);
        assertThat(items.latest(0, 50)).allSatisfy(item -> {
            assertThat(item.record().title()).startsWith("DEMONSTRATION");
            assertThat(items.attachments(item.id())).isNotEmpty();
            assertThat(items.provenances(item.id())).singleElement().satisfies(told -> assertThat(told.record().note()).contains("made by the program"));
        });
        List<Long> incidents = items.latest(0, 50).stream().flatMap(item -> items.attachments(item.id()).stream())
                .filter(each -> each.subject() == Reference.Subject.INCIDENT).map(Reference::id).distinct().toList();
        assertThat(incidents).hasSizeGreaterThan(3).allSatisfy(id -> assertThat(DemonstrationRegister.DATABASE.sql()
                .sql("select occurred_from::text from incident where id = :id and recorded_to = 'infinity'").param("id", id).query(String.class).single()).startsWith("2020-11"));
    }

    @Test
    void theSmallerCopyIsFoundToShowTheSamePicture() throws IOException {
        DemonstrationRegister.get(SampleEvidence.class).add();
        Items items = DemonstrationRegister.get(Items.class);
        List<Long> ids = items.latest(0, 50).stream().map(Version::id).sorted().toList();
        for (long each : ids) {
            DemonstrationRegister.get(Looking.class).look(each, "test", "to find copies");
        }

        long copy = ids.get(12);
        assertThat(DemonstrationRegister.get(Similarities.class).of(copy)).singleElement().satisfies(found -> {
            assertThat(found.item()).isEqualTo(ids.get(2));
            assertThat(found.distance()).isLessThanOrEqualTo(31);
        });
    }
}
