package org.stele.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ModelTest {

    private static final Records RECORDS = Lists.people(1500, 7);

    @Test
    void anyNumberOfThreadsAndAnyRunGivesTheSamePairsToTheLastDigit() {
        List<String> one = lines(Lists.linkage(RECORDS, 1).estimate());
        assertThat(one).hasSizeGreaterThan(1000);
        for (int threads : new int[] {2, 8, 1}) {
            assertThat(lines(Lists.linkage(RECORDS, threads).estimate())).isEqualTo(one);
        }
    }

    private static List<String> lines(Model model) {
        ScoredPairs pairs = model.predict(-5);
        People people = model.people(pairs.atLeast(0), 0.34);
        var lines = new ArrayList<String>();
        for (int i = 0; i < pairs.size(); i++) {
            lines.add(pairs.left(i) + " " + pairs.right(i) + " " + Double.toHexString(pairs.weight(i)) + " " + people.personOf()[pairs.left(i)]);
        }
        return lines;
    }

    @Test
    void estimationFindsThePeopleWithoutBeingTold() {
        Model model = Lists.linkage(RECORDS, 2).estimate();
        long all = 0;
        for (int a = 0; a < RECORDS.size(); a++) {
            for (int b = a + 1; b < Math.min(RECORDS.size(), a + 3); b++) {
                all += Lists.person(RECORDS, a).equals(Lists.person(RECORDS, b)) ? 1 : 0;
            }
        }
        assertThat(Quality.of(model.predict(Threshold.EVEN), row -> Lists.person(RECORDS, row), all).f1()).isGreaterThan(0.95);
        double pairs = RECORDS.size() * (RECORDS.size() - 1.0) / 2;
        assertThat(model.parameters().prior() * pairs).isCloseTo(all, within(all * 0.1));
        // One of ten family names lacks a letter, so two agree in about .9 · .9 + .1 · .1 of the cases.
        assertThat(model.parameters().m()[1][0]).isCloseTo(0.82, within(0.03));
        assertThat(model.parameters().u()[3][0]).isCloseTo(0.05, within(0.005));
    }

    @Test
    void parametersThatAreKnownGiveTheSameModelAgain() {
        Model model = Lists.linkage(RECORDS, 2).sharedByRelatives("family", "place").estimate();
        Model again = Lists.linkage(RECORDS, 1).sharedByRelatives("family", "place").with(model.parameters());
        assertThat(again.parameters()).isEqualTo(model.parameters());
        assertThat(lines(again)).isEqualTo(lines(model));
    }

    @Test
    void aHigherBoundGivesExactlyThePairsAboveIt() {
        Model model = Lists.linkage(RECORDS, 2).estimate();
        ScoredPairs all = model.predict(-1000);
        ScoredPairs some = model.predict(3.5);
        ScoredPairs filtered = all.atLeast(3.5);
        assertThat(some.size()).isEqualTo(filtered.size()).isLessThan(all.size());
        for (int i = 0; i < some.size(); i++) {
            assertThat(some.left(i)).isEqualTo(filtered.left(i));
            assertThat(some.weight(i)).isEqualTo(filtered.weight(i)).isEqualTo(model.weight(some.left(i), some.right(i)));
        }
    }

    @Test
    void theTermsOfAnExplanationSumToTheWeightAndTheDrawingIsXml() throws Exception {
        Model model = Lists.linkage(RECORDS, 2).sharedByRelatives("family", "place").estimate();
        ScoredPairs pairs = model.predict(0);
        for (int i = 0; i < 50; i++) {
            Explanation explanation = model.explain(pairs.left(i), pairs.right(i));
            double sum = explanation.prior() + explanation.terms().stream().mapToDouble(term -> term.weight() + term.frequency()).sum();
            assertThat(sum).isCloseTo(pairs.weight(i), within(1e-9));
            assertThat(explanation.table().lines()).hasSize(explanation.terms().size() + 3);
        }
        var hostile = new Explanation("<a>", "b&\"c", -10, List.of(new Explanation.Term("x<y", "1", "2", "equal", 12, 1)), 3);
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(hostile.waterfall())));
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(3);
    }

    @Test
    void learntFromLabelsItFindsThePeopleToo() {
        var same = new ArrayList<int[]>();
        for (int row = 1; row < 400; row++) {
            if (Lists.person(RECORDS, row).equals(Lists.person(RECORDS, row - 1))) {
                same.add(new int[] {row - 1, row});
            }
        }
        Model learnt = Lists.linkage(RECORDS, 2).learn(same, 0.0003);
        Model estimated = Lists.linkage(RECORDS, 2).estimate();
        assertThat(learnt.parameters().m()[1][0]).isCloseTo(estimated.parameters().m()[1][0], within(0.05));
    }

    @Test
    void noRecordsOneRecordAndStrangersAreLinkedToNothing() {
        for (int count : new int[] {0, 1, 2}) {
            Records.Builder builder = Records.of("given", "family", "born", "place");
            for (int i = 0; i < count; i++) {
                builder.add("a", "r" + i, "given" + i, "family" + i, i == 0 ? null : "1990-01-01", null);
            }
            Model model = Lists.linkage(builder.build(), 2).estimate();
            ScoredPairs pairs = model.predict(-100);
            assertThat(pairs.size()).isZero();
            assertThat(model.people(pairs, 0.34).count()).isEqualTo(count);
            assertThat(Threshold.agreeing(pairs, model.people(pairs, 0.34))).isEqualTo(Threshold.EVEN);
        }
    }

    @Test
    void aFaultyDescriptionIsRefusedWithItsReason() {
        assertThatThrownBy(() -> Lists.linkage(RECORDS, 1).compare(Comparison.of("nme", TextMeasure.equal()))).hasMessageContaining("nme").hasMessageContaining("given");
        assertThatThrownBy(() -> Linkage.of(RECORDS).estimate()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Records.of("a", "b").add("list", "7", "x")).hasMessageContaining("7").hasMessageContaining("[a, b]");
    }
}
