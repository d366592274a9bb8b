package org.stele.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.stele.codebook.CodebookFile;
import org.stele.codebook.FaultyCodebook;
import org.stele.database.TestDatabase;
import org.stele.history.Changes;
import org.stele.history.Moment;
import org.stele.history.Versions;

class CodebooksTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();

    final Changes changes = new Changes(DATABASE.source());
    final Codebooks codebooks = new Codebooks(new Versions(DATABASE.source()));

    @Test
    void theCodebookInForceIsTheOneAdoptedLastAndEarlierOnesStayInForceForTheirTime() {
        String first = CodebookFile.supplied("syria");
        String second = first + "\n# a remark that changes nothing but the text\n";
        assertThat(codebooks.inForce()).isEmpty();
        assertThat(adopt(first)).isTrue();
        Moment then = changes.latest();
        assertThat(adopt(first)).as("the same text again").isFalse();
        assertThat(adopt(second)).isTrue();

        assertThat(codebooks.inForce().orElseThrow().record().text()).isEqualTo(second);
        assertThat(codebooks.inForce(then).orElseThrow().record().text()).isEqualTo(first);
        assertThat(codebooks.inForce(new Moment(0, then.at().minusSeconds(60))).orElseThrow().record().text())
                .as("before the first, the first").isEqualTo(first);
        assertThat(codebooks.all()).hasSize(2);

        assertThatThrownBy(() -> adopt("codebook: broken")).isInstanceOf(FaultyCodebook.class);
        assertThat(codebooks.all()).hasSize(2);
    }

    private boolean adopt(String text) {
        return changes.make("an editor", "adopt a codebook", change -> codebooks.adopt(change, text));
    }
}
