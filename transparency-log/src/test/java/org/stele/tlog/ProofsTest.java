package org.stele.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofsTest {

    /** The definition of RFC 6962, 2.1, word for word and slow: what everything else is held against. */
    static Hash definition(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.EMPTY_ROOT;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(definition(leaves.subList(0, k)), definition(leaves.subList(k, leaves.size())));
    }

    static List<Hash> leaves(int size) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(Hash.leaf("entry " + i));
        }
        return leaves;
    }

    static Nodes nodes(List<Hash> leaves) {
        return (level, index) -> definition(leaves.subList((int) (index << level), (int) (index + 1 << level)));
    }

    @Test
    void theHashesOfRfc6962AreTheKnownOnes() {
        assertThat(Hash.EMPTY_ROOT).hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Hash.leaf("")).hasToString("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(Hash.leaf("L123456")).hasToString("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    }

    @Test
    void aNodeNeverPassesForAnEntry() {
        Hash left = Hash.leaf("a");
        Hash right = Hash.leaf("b");
        assertThat(Hash.leaf(VerifierKey.concat(left.bytes(), right.bytes()))).isNotEqualTo(Hash.node(left, right));
    }

    @Test
    void everyEntryOfEveryTreeUpTo40IsProvedAndNoOtherPlaceIs() {
        for (int size = 1; size <= 40; size++) {
            List<Hash> leaves = leaves(size);
            Hash root = definition(leaves);
            assertThat(Proofs.root(nodes(leaves), size)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                List<Hash> proof = Proofs.inclusion(nodes(leaves), index, size);
                assertThat(Proofs.verifyInclusion(leaves.get(index), index, size, proof, root)).isTrue();
                for (int other = -1; other <= size; other++) {
                    if (other != index) {
                        assertThat(Proofs.verifyInclusion(leaves.get(index), other, size, proof, root)).isFalse();
                    }
                }
            }
        }
    }

    @Test
    void everyTreeUpTo40BeginsWithEverySmallerOneAndWithNoOther() {
        List<Hash> leaves = leaves(40);
        for (int size = 1; size <= 40; size++) {
            Hash root = definition(leaves.subList(0, size));
            for (int first = 1; first <= size; first++) {
                Hash firstRoot = definition(leaves.subList(0, first));
                List<Hash> proof = Proofs.consistency(nodes(leaves.subList(0, size)), first, size);
                assertThat(Proofs.verifyConsistency(first, firstRoot, size, root, proof)).isTrue();
                assertThat(Proofs.verifyConsistency(first, Hash.leaf("other"), size, root, proof)).isFalse();
                assertThat(Proofs.verifyConsistency(first, firstRoot, size, Hash.leaf("other"), proof)).isFalse();
                for (int cut = 0; cut < proof.size(); cut++) {
                    assertThat(Proofs.verifyConsistency(first, firstRoot, size, root, proof.subList(0, cut))).isFalse();
                }
            }
        }
    }

    @Test
    void ofAnEmptyTreeNothingIsShown() {
        assertThat(Proofs.verifyConsistency(0, Hash.EMPTY_ROOT, 0, Hash.EMPTY_ROOT, List.of())).isFalse();
        assertThat(Proofs.verifyConsistency(0, Hash.EMPTY_ROOT, 3, definition(leaves(3)), List.of())).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aRangeGrowsToTheSameRootAsTheWholeTree(long seed) {
        int size = new Random(seed).nextInt(1, 300);
        Range range = Range.empty();
        leaves(size).forEach(range::append);
        assertThat(range.root()).isEqualTo(definition(leaves(size)));
        assertThat(range.size()).isEqualTo(size);
    }

    @Test
    void aProofOfWhatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Proofs.inclusion(nodes(leaves(3)), 3, 3)).hasMessageContaining("no entry 3");
        assertThatThrownBy(() -> Proofs.consistency(nodes(leaves(3)), 4, 3)).hasMessageContaining("cannot begin");
        assertThatThrownBy(() -> Range.of(3, List.of(Hash.EMPTY_ROOT))).hasMessageContaining("2 complete subtrees");
    }
}
