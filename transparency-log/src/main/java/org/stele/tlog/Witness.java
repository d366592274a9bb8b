package org.stele.tlog;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Remembers how far each log it knows has come, and cosigns only what goes on from there (C2SP tlog-witness). A log that was rewritten
 * gets no cosignature, whoever holds its key.
 */
public final class Witness {

    /** The most hashes a request may bring. */
    private static final int LONGEST_PROOF = 63;

    private final Map<String, VerifierKey> logs;
    private final SignerKey key;
    private final TileStore memory;
    private final InstantSource clock;

    /**
     * @param logs   the logs it knows, by origin
     * @param memory where it keeps the last checkpoint of each log, durably
     */
    public Witness(Map<String, VerifierKey> logs, SignerKey key, TileStore memory, InstantSource clock) {
        this.logs = Map.copyOf(logs);
        this.key = key;
        this.memory = memory;
        this.clock = clock;
    }

    /** What a request for a cosignature gets. */
    public sealed interface Reply {

        /** The status over HTTP. */
        int status();

        /** Cosigned, and remembered.
         *  @param lines signature lines */
        record Cosigned(String lines) implements Reply {
            @Override
            public int status() {
                return 200;
            }
        }

        /** The request begins at another size than this witness remembers, or states another root of that size.
         *  @param size the size it remembers */
        record Conflict(long size) implements Reply {
            @Override
            public int status() {
                return 409;
            }
        }

        /** Not cosigned: 400 unreadable, 403 not signed by the log, 404 log not known, 422 not a continuation. */
        record Refused(int status, String reason) implements Reply {
        }
    }

    /** Answers the body of an {@code add-checkpoint} request. One at a time: reading and remembering are one step. */
    public synchronized Reply add(String body) {
        Request request;
        Checkpoint checkpoint;
        try {
            request = Request.parse(body);
            checkpoint = Checkpoint.parse(request.note.text());
        } catch (IllegalArgumentException e) {
            return new Reply.Refused(400, e.getMessage());
        }
        VerifierKey log = logs.get(checkpoint.origin());
        if (log == null) {
            return new Reply.Refused(404, "This witness does not know the log " + checkpoint.origin());
        }
        if (!request.note.signedBy(log)) {
            return new Reply.Refused(403, "Not signed by the log's key");
        }
        if (request.old > checkpoint.size()) {
            return new Reply.Refused(400, "The old size is larger than the checkpoint's");
        }
        Checkpoint last = remembered(checkpoint.origin());
        if (request.old != last.size() || (request.old == checkpoint.size() && last.size() > 0 && !last.root().equals(checkpoint.root()))) {
            return new Reply.Conflict(last.size());
        }
        boolean continues = last.size() == 0
                ? request.proof.isEmpty() && (checkpoint.size() > 0 || checkpoint.root().equals(Hash.EMPTY_ROOT))
                : Proofs.verifyConsistency(last.size(), last.root(), checkpoint.size(), checkpoint.root(), request.proof);
        if (!continues) {
            return new Reply.Refused(422, "The proof does not show that the log goes on from " + last.size() + " entries");
        }
        memory.write(place(checkpoint.origin()), checkpoint.bytes());
        return new Reply.Cosigned(key.sign(request.note, clock.instant()).line());
    }

    private Checkpoint remembered(String origin) {
        return memory.read(place(origin)).map(bytes -> Checkpoint.parse(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)))
                .orElse(new Checkpoint(origin, 0, Hash.EMPTY_ROOT));
    }

    /** An origin may hold any character, a path may not: its digest stands for it. */
    private static String place(String origin) {
        return "log-" + Hash.leaf(origin);
    }

    /** The body of a request for a checkpoint that goes on from a tree of {@code old} entries. */
    public static String request(long old, List<Hash> proof, Note checkpoint) {
        StringBuilder body = new StringBuilder("old ").append(old).append('\n');
        proof.forEach(hash -> body.append(hash.base64()).append('\n'));
        return body.append('\n').append(checkpoint.written()).toString();
    }

    private record Request(long old, List<Hash> proof, Note note) {
        static Request parse(String body) {
            int end = body.indexOf("\n\n");
            if (end < 0 || !body.startsWith("old ")) {
                throw new IllegalArgumentException("A request is 'old', a proof, an empty line and a checkpoint");
            }
            List<String> lines = new ArrayList<>(Arrays.asList(body.substring(0, end).split("\n", -1)));
            long old = Checkpoint.size(lines.removeFirst().substring("old ".length()));
            if (lines.size() > LONGEST_PROOF) {
                throw new IllegalArgumentException("More than " + LONGEST_PROOF + " hashes");
            }
            return new Request(old, lines.stream().map(Hash::ofBase64).toList(), Note.parse(body.substring(end + 2)));
        }
    }
}
