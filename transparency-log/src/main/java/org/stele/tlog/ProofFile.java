package org.stele.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One text that proves, offline, that an entry is in a log (C2SP tlog-proof).
 *
 * @param index      index of the entry
 * @param proof      its proof of inclusion
 * @param checkpoint the checkpoint with its signatures
 */
public record ProofFile(long index, List<Hash> proof, Note checkpoint) {

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";

    /** More siblings than any tree of 2^63 entries has. */
    private static final int LONGEST = 63;

    public ProofFile {
        proof = List.copyOf(proof);
    }

    /** @throws IllegalArgumentException saying what is wrong with the text */
    public static ProofFile parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new IllegalArgumentException("A proof has an empty line before its checkpoint");
        }
        List<String> lines = new ArrayList<>(Arrays.asList(text.substring(0, end).split("\n", -1)));
        if (!lines.removeFirst().equals(FIRST_LINE)) {
            throw new IllegalArgumentException("A proof begins with " + FIRST_LINE);
        }
        if (!lines.isEmpty() && lines.getFirst().startsWith("extra ")) {
            lines.removeFirst();
        }
        if (lines.isEmpty() || !lines.getFirst().startsWith("index ") || lines.size() > LONGEST + 1) {
            throw new IllegalArgumentException("A proof has a line 'index' and at most " + LONGEST + " hashes");
        }
        long index = Checkpoint.size(lines.removeFirst().substring("index ".length()));
        return new ProofFile(index, lines.stream().map(Hash::ofBase64).toList(), Note.parse(text.substring(end + 2)));
    }

    /** The text. */
    public String written() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append("\nindex ").append(index).append('\n');
        proof.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.written()).toString();
    }

    /** Whether this proves the entry to be in the log of that key. How many witnesses must have cosigned is the reader's policy: {@link Note#signedBy}. */
    public boolean proves(byte[] entry, VerifierKey log) {
        if (!checkpoint.signedBy(log)) {
            return false;
        }
        Checkpoint stated = Checkpoint.parse(checkpoint.text());
        return stated.origin().equals(log.name()) && Proofs.verifyInclusion(Hash.leaf(entry), index, stated.size(), proof, stated.root());
    }
}
