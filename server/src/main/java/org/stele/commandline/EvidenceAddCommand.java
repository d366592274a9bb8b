package org.stele.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.database.Refusal;
import org.stele.evidence.Form;
import org.stele.evidence.Outcome;
import org.stele.evidence.Provenance;
import org.stele.evidence.Received;
import org.stele.evidence.Receiving;
import org.stele.evidence.Reference;
import org.stele.evidence.Sent;
import org.stele.evidence.Submission;
import org.stele.register.Demonstrations;
import org.stele.vault.VaultClosed;
import org.stele.vault.VaultFull;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Takes originals in. */
@Command(name = "add", sortOptions = false, description = {"Takes originals in: files, folders with all files below them, or - for standard input.",
        "Each is encrypted and kept as it is; it is acknowledged when it is forced to disk and committed. Your own file is only read. The same file "
        + "again adds nothing; the same bytes from another source add that source. What was broken off is finished by running it again."},
        footer = {"", "Examples:",
            "  stele evidence add street.mp4 --kind witness --source 'a neighbour' --obtained-by amal --obtained-at 2020-11-24 \\",
            "      --captured 2020-11-20 --consent internal --attach incident:3 --attach victim:7",
            "  stele evidence add post.warc.gz --kind open-source --url https://example.org/post/7 --captured 2020-11-24T10:15Z \\",
            "      --obtained-by amal --obtained-at 2020-11-24 --consent open-source",
            "  stele evidence add disk/ --sums disk/SHA256SUMS --kind activist --source 'the media office' --obtained-by amal --obtained-at 2020-11 \\",
            "      --consent courts --confidential --dry-run",
            "  stele evidence add --as-one 'saved page/' --kind open-source --url https://example.org/page --captured 2020-11-24T10:15Z \\",
            "      --obtained-by amal --obtained-at 2020-11-24 --consent open-source",
            "  camera-dump | stele evidence add - --name dump.mp4 …", "",
            "Exit codes: 0 all were taken in or known, 3 some failed, 1 refused or failed, 2 not understood."})
final class EvidenceAddCommand implements Callable<Integer> {

    private static final int SOME_FAILED = 3;

    @ParentCommand
    private EvidenceCommand evidence;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "files and folders, or - for standard input")
    private List<Path> paths = List.of();

    @Option(names = "--kind", paramLabel = "CODE", description = "kind of the source, as in the codebook: witness, open-source …")
    private @Nullable String kind;

    @Option(names = "--source", paramLabel = "WORDS", description = "who or what gave it; this or --url")
    private @Nullable String source;

    @Option(names = "--url", paramLabel = "ADDRESS", description = "the address it was found at; a saved page needs it")
    private @Nullable String url;

    @Option(names = "--obtained-by", paramLabel = "NAME", description = "who of you obtained it")
    private @Nullable String obtainedBy;

    @Option(names = "--obtained-at", paramLabel = "TIME", description = "when: 2020-11-24 or 2020-11-24T10:15Z")
    private @Nullable String obtainedAt;

    @Option(names = "--captured", paramLabel = "TIME", description = "when its source says it was taken, as precise as that: 2020, 2020-11 …")
    private @Nullable String captured;

    @Option(names = "--consent", paramLabel = "SCOPE", description = "not-asked, open-source, internal, courts or publication")
    private @Nullable String consent;

    @Option(names = "--note", paramLabel = "WORDS", description = "anything else about how it came")
    private @Nullable String note;

    @Option(names = "--title", paramLabel = "WORDS", description = "what it is")
    private @Nullable String title;

    @Option(names = "--form", paramLabel = "CODE", description = "photo, video, audio, document, page, message or other (default: guessed from the name)")
    private @Nullable String form;

    @Option(names = "--attach", paramLabel = "RECORD", description = "a record it bears on: incident:3, victim:7, statement:9; may be repeated")
    private List<String> attach = List.of();

    @Option(names = "--as-one", description = "take each folder named as one item, such as a saved page with its files: an uncompressed archive of it")
    private boolean asOne;

    @Option(names = "--confidential", description = "to be read for a stated reason only")
    private boolean confidential;

    @Option(names = "--sha256", paramLabel = "HEX", description = "the digest its giver told; other bytes are refused")
    private @Nullable String sha256;

    @Option(names = "--sums", paramLabel = "FILE", description = "a file as sha256sum writes it, with the digests of the files; other bytes are refused")
    private @Nullable Path sums;

    @Option(names = "--name", paramLabel = "NAME", description = "the file's name, for standard input")
    private @Nullable String name;

    @Option(names = "--by", paramLabel = "NAME", description = "who answers for it (default: who runs this)")
    private @Nullable String by;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "evidence received", description = "why, for the history (default: ${DEFAULT-VALUE})")
    private String reason;

    @Option(names = "--dry-run", description = "check everything that can be checked, take nothing in")
    private boolean dryRun;

    @Option(names = "--json", description = "print a JSON list, without progress")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        EvidenceFiles files = asOne ? EvidenceFiles.whole(paths) : EvidenceFiles.of(paths, name);
        Map<Path, String> digests = EvidenceFiles.digests(sums);
        if (sha256 != null && files.all().size() != 1) {
            throw new Refusal("--sha256 is the digest of one file; there are " + files.all().size() + ". Use --sums.");
        }
        Provenance told = Provenance.of(fields(), null);
        List<Reference> subjects = attach.stream().map(Reference::of).toList();
        List<Map<String, Object>> results = new ArrayList<>();
        try (OpenRegister register = evidence.stele().open()) {
            if (register.get(Demonstrations.class).isDemonstration()) {
                say("stele: this register holds the synthetic demonstration, which is deleted and made anew at will: keep nothing real here.");
            }
            Receiving receiving = register.get(Receiving.class);
            List<Submission> submissions = files.all().stream().map(file -> new Submission(
                    told(told, file).announced(digests.getOrDefault(file.key(), told.claimedSha256())), formOf(file), title, confidential, subjects,
                    Answerable.or(by), reason)).toList();
            ProgressBar bar = new ProgressBar(spec.commandLine().getErr(), !json && System.console() != null && System.console().isTerminal(), "MiB");
            if (dryRun) {
                submissions.forEach(receiving::check);
                files.all().forEach(file -> results.add(Map.of("file", file.toString(), "checked", true)));
            } else {
                add(receiving, files, submissions, bar, results);
            }
            bar.end();
        }
        return print(files, results);
    }

    /** What was made by us on the way is said with where it came from. */
    private static Provenance told(Provenance told, EvidenceFiles.One file) {
        Provenance named = told.named(file.name());
        return file.whole() == null ? named : named.noted(file.whole().note());
    }

    /** A folder that is one thing is a saved page, unless something else is said. */
    private @Nullable Form formOf(EvidenceFiles.One file) {
        return form != null ? Form.of(form) : file.whole() != null ? Form.PAGE : null;
    }

    private void at(ProgressBar bar, long bytes, long total) {
        if (!json) {
            bar.at(bytes >> 20, Math.max(total, bytes) >> 20);
        }
    }

    private void add(Receiving receiving, EvidenceFiles files, List<Submission> submissions, ProgressBar bar, List<Map<String, Object>> results)
            throws IOException {
        Iterator<EvidenceFiles.One> each = files.all().iterator();
        List<Sent> sent = submissions.stream().map(submission -> {
            EvidenceFiles.One file = each.next();
            return new Sent(submission, file.length(), file::open);
        }).toList();
        Iterator<EvidenceFiles.One> ended = files.all().iterator();
        try {
            receiving.addAll(sent, taken -> at(bar, taken, files.bytes()), outcome -> results.add(result(ended.next(), outcome)));
        } catch (VaultFull | VaultClosed e) {
            // The next file would meet the same; what was taken in before is said.
            bar.end();
            print(files, results);
            throw e;
        }
    }

    private static Map<String, Object> result(EvidenceFiles.One file, Outcome outcome) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("file", file.toString());
        switch (outcome) {
            case Outcome.Taken(Sent sent, Received received) -> {
                result.put("item", received.item());
                result.put("sha256", received.sha256());
                result.put("bytes", received.length());
                result.put("known", received.known());
            }
            case Outcome.Failed(Sent sent, Exception why) -> result.put("failed", String.valueOf(why.getMessage()));
        }
        return result;
    }

    private int print(EvidenceFiles files, List<Map<String, Object>> results) {
        PrintWriter out = spec.commandLine().getOut();
        files.skipped().forEach(each -> say("stele: left out, for it is no ordinary file: " + each));
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(results));
        } else if (dryRun) {
            out.println("DRY RUN, nothing was taken in: %,d files, %s".formatted(results.size(), Sizes.of(files.bytes())));
        } else {
            for (Map<String, Object> each : results) {
                out.println(each.containsKey("failed") ? "FAILED   %s: %s".formatted(each.get("file"), each.get("failed"))
                        : "item %-5s%s%s, SHA-256 %s, %s".formatted(each.get("item"), each.get("file"), each.get("known").equals(true) ? " (known bytes)" : "",
                                each.get("sha256"), Sizes.of((Long) each.get("bytes"))));
            }
        }
        out.flush();
        return results.stream().anyMatch(each -> each.containsKey("failed")) ? SOME_FAILED : 0;
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>();
        fields.put("kind", kind);
        fields.put("source", source);
        fields.put("url", url);
        fields.put("obtained-by", obtainedBy);
        fields.put("obtained-at", obtainedAt);
        fields.put("captured", captured);
        fields.put("consent", consent);
        fields.put("note", note);
        fields.put("sha256", sha256);
        return fields;
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
