package org.stele.vault;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.codebook.CodebookFile;
import org.stele.codebook.DeclaredFile;
import org.stele.codebook.Entry;
import org.stele.codebook.Faults;
import org.stele.codebook.Word;

/** The file {@code vault.yaml} in the data folder, in which an organisation writes down its plan; described in docs/operations.md. */
public final class CopyPlanFile {

    /** Its name in the data folder. */
    public static final String NAME = "vault.yaml";

    private static final String WHAT = "the plan";
    private final Faults faults;
    private final Map<String, Integer> addresses = new HashMap<>();
    private final Map<String, Integer> credentials = new HashMap<>();
    private final Set<String> names = new HashSet<>(Set.of(PlannedLocation.MAIN));

    private CopyPlanFile(Faults faults) {
        this.faults = faults;
    }

    /**
     * The plan in a file; where there is no such file, the least that should be.
     *
     * @throws org.stele.codebook.FaultyCodebook with every fault found, each with its line
     * @throws IOException if the file is there and cannot be read
     */
    public static CopyPlan read(Path file) throws IOException {
        return Files.exists(file) ? read(file.toString(), CodebookFile.text(file)) : CopyPlan.undeclared();
    }

    static CopyPlan read(String name, String text) {
        return DeclaredFile.read(name, text, WHAT, (top, faults) -> new CopyPlanFile(faults).read(top));
    }

    private CopyPlan read(Entry top) {
        Entry policy = top.entry("policy");
        int copies = policy.number("copies", 1, 20);
        int places = policy.number("places", 1, 20);
        int offline = policy.number("offline", 0, 20);
        int checkDays = days(policy, "check-days", 1, CopyPlan.CHECK_DAYS);
        int offlineDays = days(policy, "offline-days", 1, CopyPlan.OFFLINE_DAYS);
        int deletionDays = days(policy, "deletion-days", 1, CopyPlan.DELETION_DAYS);
        policy.close();
        List<PlannedLocation> locations = new ArrayList<>();
        Entry main = top.entry("main");
        locations.add(PlannedLocation.main(main.word("place").value()));
        main.close();
        top.entries("locations", "location", true).forEach(each -> locations.add(location(each)));
        top.close();
        return new CopyPlan(copies, places, offline, checkDays, offlineDays, deletionDays, locations, true);
    }

    private static int days(Entry block, String key, int least, int absent) {
        return block.has(key) ? block.number(key, least, 3660) : absent;
    }

    private PlannedLocation location(Entry block) {
        Word name = block.word("name");
        if (!name.value().isEmpty() && !name.value().matches("[a-z0-9][a-z0-9-]{0,40}")) {
            faults.at(name.line(), "'%s' cannot be a location's name: use lower-case letters, digits and hyphens".formatted(name.value()));
        } else if (!names.add(name.value())) {
            faults.at(name.line(), "a location '%s' is there already: give each its own name".formatted(name.value()));
        }
        Word kind = block.word("kind");
        String place = block.word("place").value();
        PlannedLocation.Means means = switch (kind.value()) {
            case "folder" -> new PlannedLocation.InFolder(path(block));
            case "disk" -> new PlannedLocation.OnDisk(path(block));
            case "s3" -> bucket(block);
            default -> {
                faults.at(kind.line(), "'kind' is '%s', but must be folder, disk or s3".formatted(kind.value()));
                // What such a block holds cannot be judged before its kind is known.
                block.keys();
                yield new PlannedLocation.InFolder(Path.of("/"));
            }
        };
        boolean offline = block.flag("offline", means instanceof PlannedLocation.OnDisk);
        Set<String> tolerated = new HashSet<>();
        for (Word each : block.words("tolerate")) {
            if (StoreProbe.CLAIMS.contains(each.value())) {
                tolerated.add(each.value());
            } else {
                faults.at(each.line(), "'%s' cannot be tolerated: use one of %s".formatted(each.value(), String.join(", ", StoreProbe.CLAIMS)));
            }
        }
        block.close();
        return new PlannedLocation(name.value(), place, offline, means, tolerated);
    }

    private Path path(Entry block) {
        Word word = block.word("path");
        Path path = Path.of(word.value().indexOf('\0') >= 0 ? "" : word.value());
        if (!word.value().isEmpty() && !path.isAbsolute()) {
            faults.at(word.line(), "'path' is '%s', but must begin with /: from where it would count depends on who starts the program".formatted(word.value()));
        }
        Path normal = path.normalize();
        once(addresses, normal.toString(), word.line(), "lies in the same folder as that of line %d: two copies in one folder are lost together");
        return normal;
    }

    private PlannedLocation.InBucket bucket(Entry block) {
        Word endpoint = block.word("endpoint");
        URI uri = uri(endpoint);
        String region = block.has("region") ? block.word("region").value() : "us-east-1";
        Word bucket = block.word("bucket");
        if (!bucket.value().isEmpty() && !bucket.value().matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            faults.at(bucket.line(), "'%s' cannot be a bucket's name".formatted(bucket.value()));
        }
        String prefix = block.has("prefix") ? block.word("prefix").value().replaceAll("^/+|/+$", "") : "";
        Word key = block.word("credentials");
        if (!key.value().isEmpty() && !key.value().matches("env:[A-Z][A-Z0-9_]*|file:/.+")) {
            faults.at(key.line(), "'credentials' must say where the key is, never be the key: env:STELE_S3_NAME (for $STELE_S3_NAME_KEY and"
                    + " $STELE_S3_NAME_SECRET) or file:/path");
        }
        once(credentials, key.value(), key.line(), "uses the same credentials as that of line %d: whoever holds them could delete both copies. Give each its own");
        Integer lock = block.has("lock-days") ? block.number("lock-days", 1, 36500) : null;
        once(addresses, uri + "/" + bucket.value() + "/" + prefix, bucket.line(), "is the same bucket and prefix as that of line %d");
        return new PlannedLocation.InBucket(uri, region, bucket.value(), prefix.isEmpty() ? "" : prefix + "/", key.value(), lock);
    }

    private URI uri(Word endpoint) {
        try {
            URI uri = URI.create(endpoint.value());
            boolean near = uri.getHost() != null && uri.getHost().matches("localhost|127\\.[0-9.]+|\\[::1]");
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && near)) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        if (!endpoint.value().isEmpty()) {
            faults.at(endpoint.line(), "'endpoint' is '%s', but must be an address with https:// (http:// only for this very machine)".formatted(endpoint.value()));
        }
        return URI.create("https://invalid.invalid");
    }

    private void once(Map<String, Integer> seen, String value, int line, String fault) {
        @Nullable Integer before = value.isEmpty() ? null : seen.putIfAbsent(value, line);
        if (before != null) {
            faults.at(line, "this location " + fault.formatted(before));
        }
    }
}
