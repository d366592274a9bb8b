package org.stele.tlog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which checkpoints are to be believed: the logs that are known, the witnesses, and how many of them must have cosigned (C2SP
 * tlog-policy). The file says, line by line, {@code log <key> [<url>]}, {@code witness <name> <key> [<url>]},
 * {@code group <name> all|any|<k> <name>...} and, once, {@code quorum <name>|none}.
 */
public final class Policy {

    private static final String NOBODY = "none";

    private final List<KnownLog> logs;
    private final Map<String, KnownWitness> witnesses;
    private final Map<String, Group> groups;
    private final String quorum;

    /** A log, and where it can be read if that is known. */
    public record KnownLog(VerifierKey key, Optional<String> url) {
    }

    /** A witness, its name within the policy, and where it takes checkpoints if that is known. */
    public record KnownWitness(String name, VerifierKey key, Optional<String> url) {
    }

    private record Group(int least, List<String> members) {
    }

    private Policy(Reading reading) {
        this.logs = List.copyOf(reading.logs);
        this.witnesses = new LinkedHashMap<>(reading.witnesses);
        this.groups = Map.copyOf(reading.groups);
        this.quorum = reading.quorum.orElseThrow(() -> new IllegalArgumentException("A policy says 'quorum' once; 'quorum none' asks for no witness"));
    }

    /** @throws IllegalArgumentException with the line's number and what is wrong with it */
    public static Policy parse(String file) {
        Reading reading = new Reading();
        int number = 0;
        for (String line : file.split("\n", -1)) {
            number++;
            String words = line.replaceAll("^[ \t]+|[ \t]+$", "");
            if (!words.isEmpty() && !words.startsWith("#")) {
                try {
                    reading.line(words.split("[ \t]+"));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("Line " + number + ": " + e.getMessage(), e);
                }
            }
        }
        return new Policy(reading);
    }

    public List<KnownLog> logs() {
        return logs;
    }

    /** In the order of the file. */
    public List<KnownWitness> witnesses() {
        return List.copyOf(witnesses.values());
    }

    /** Whether the quorum asks for any cosignature at all. */
    public boolean asksForWitnesses() {
        return !quorum.equals(NOBODY);
    }

    /** Whether one of the known logs signed the checkpoint under its own name, and enough witnesses cosigned it. */
    public boolean accepts(Note checkpoint) {
        String origin = Checkpoint.parse(checkpoint.text()).origin();
        return logs.stream().anyMatch(log -> log.key().name().equals(origin) && checkpoint.signedBy(log.key())) && witnessed(checkpoint);
    }

    /** Whether enough witnesses cosigned, whoever signed as the log. */
    public boolean witnessed(Note checkpoint) {
        return quorum.equals(NOBODY) || cosigned(quorum, checkpoint);
    }

    private boolean cosigned(String name, Note checkpoint) {
        KnownWitness witness = witnesses.get(name);
        if (witness != null) {
            return witness.key().cosigned(checkpoint).isPresent();
        }
        Group group = groups.get(name);
        return group.members.stream().filter(member -> cosigned(member, checkpoint)).count() >= group.least;
    }

    private static final class Reading {
        private final List<KnownLog> logs = new ArrayList<>();
        private final Map<String, KnownWitness> witnesses = new LinkedHashMap<>();
        private final Map<String, Group> groups = new LinkedHashMap<>();
        private final Set<String> members = new HashSet<>();
        private final Set<String> keys = new HashSet<>();
        private Optional<String> quorum = Optional.empty();

        void line(String[] words) {
            switch (words[0]) {
                case "log" -> {
                    expect(words.length == 2 || words.length == 3, "log <key> [<url>]");
                    logs.add(new KnownLog(key(words[1], Algorithm.ED25519), url(words, 2)));
                }
                case "witness" -> {
                    expect(words.length == 3 || words.length == 4, "witness <name> <key> [<url>]");
                    witnesses.put(fresh(words[1]), new KnownWitness(words[1], key(words[2], Algorithm.COSIGNATURE), url(words, 3)));
                }
                case "group" -> {
                    expect(words.length >= 4, "group <name> all|any|<k> <name>...");
                    groups.put(fresh(words[1]), group(words[2], List.of(words).subList(3, words.length)));
                }
                case "quorum" -> {
                    expect(words.length == 2, "quorum <name>|none");
                    expect(quorum.isEmpty(), "one quorum line");
                    quorum = Optional.of(words[1].equals(NOBODY) ? NOBODY : known(words[1]));
                }
                default -> throw new IllegalArgumentException("'" + words[0] + "' is none of log, witness, group, quorum");
            }
        }

        private Group group(String threshold, List<String> names) {
            for (String name : names) {
                expect(members.add(known(name)), "'" + name + "' to be a member once only");
            }
            int least = switch (threshold) {
                case "all" -> names.size();
                case "any" -> 1;
                default -> {
                    expect(threshold.matches("[1-9][0-9]{0,3}"), "all, any or a number, not '" + threshold + "'");
                    yield Integer.parseInt(threshold);
                }
            };
            expect(least <= names.size(), "at least " + least + " members");
            return new Group(least, List.copyOf(names));
        }

        private VerifierKey key(String text, Algorithm wanted) {
            VerifierKey key = VerifierKey.parse(text);
            expect(key.algorithm() == wanted, "a key for " + (wanted == Algorithm.ED25519 ? "signatures of a log" : "cosignatures of a witness"));
            expect(keys.add(wanted + key.bare()), "each key once only");
            return key;
        }

        private String fresh(String name) {
            expect(!name.equals(NOBODY) && !witnesses.containsKey(name) && !groups.containsKey(name), "a name that is not taken, not '" + name + "'");
            return name;
        }

        private String known(String name) {
            expect(witnesses.containsKey(name) || groups.containsKey(name), "a name defined above, not '" + name + "'");
            return name;
        }

        private static Optional<String> url(String[] words, int place) {
            return words.length > place ? Optional.of(words[place]) : Optional.empty();
        }

        private static void expect(boolean holds, String what) {
            if (!holds) {
                throw new IllegalArgumentException("expected " + what);
            }
        }
    }
}
