package org.stele.commandline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.database.DataFolder;
import org.stele.database.Refusal;
import org.stele.keys.Compartment;
import org.stele.keys.KeyStatus;
import org.stele.keys.Keyring;
import org.stele.keys.Recipient;
import org.stele.keys.Recovery;
import org.stele.keys.Rotation;
import org.stele.keys.Share;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The keys that originals, sealed fields and backups are encrypted with, and the way back to them. */
@Command(name = "keys", description = {"Makes, shows, shares, rotates and recovers the keys that everything confidential is encrypted with.",
        "They lie in the folder keys of the data folder and appear by themselves when they are first needed."},
        footer = {"", "Examples:", "  stele keys status", "  stele keys shares                 prints five recovery shares: give them to five people",
            "  stele keys check                  asks for one share and says whether it is right",
            "  stele keys recover --data NEW     on another machine, with three of the five", "  stele keys rotate confidential"})
final class KeysCommand implements Callable<Integer> {
    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    @Command(description = "Makes the keys of this data folder, if there are none yet.", footer = {"", "Example:", "  stele keys create"})
    int create() {
        boolean there = Keyring.isIn(folder());
        try (OpenRegister register = stele.open()) {
            Keyring keyring = register.get(Keyring.class);
            say(there ? "There are keys already; they stay as they are." : "Made the keys of " + folder() + ".");
            warn(KeyStatus.of(keyring));
        }
        return 0;
    }

    @Command(description = "Says how the keys stand and who could bring them back.", footer = {"", "Examples:", "  stele keys status", "  stele keys status --json",
        "", "Exit code 1 while there is anything to warn of."})
    int status(@Option(names = "--json", description = "print JSON") boolean json) {
        KeyStatus status = KeyStatus.of(keyring());
        if (json) {
            say(JsonMapper.builder().build().writeValueAsString(status));
        } else {
            new KeyStatusText(status).lines().forEach(this::say);
            warn(status);
        }
        return status.warnings().isEmpty() ? 0 : 1;
    }

    @Command(description = {"Makes five recovery shares and prints them, once: any three bring the keys back, two give nothing.",
        "Print or write down each on its own paper, give them to five people in different places, and keep no file of them. Earlier shares stay good."},
        footer = {"", "Examples:", "  stele keys shares", "  stele keys shares | lpr             straight to a printer"})
    int shares() {
        List<Share> shares = new Recovery(keyring()).makeShares();
        for (Share share : shares) {
            new ShareSheet(share).lines().forEach(this::say);
        }
        err("These shares are shown this once and are stored nowhere. When each is on paper, check it from the paper: stele keys check");
        return 0;
    }

    @Command(description = "Asks for one share, line by line, and says whether it is right. It is not kept.",
            footer = {"", "Examples:", "  stele keys check", "  stele keys check --share FILE", "", "Exit code 1 if it is wrong; the line that is mistyped is named."})
    int check(@Option(names = "--share", paramLabel = "FILE", description = "read it from a file (- for standard input) instead of asking") @Nullable Path file) throws IOException {
        Share share = new TypedShares(spec.commandLine().getErr()).one(file);
        new Recovery(keyring()).check(share);
        say("Share " + share.number() + " of set " + share.set() + " is right. Three different ones recover the keys.");
        return 0;
    }

    @Command(description = {"Opens the keys with three recovery shares and gives this machine a service identity of its own, so that it can read again.",
        "The folder keys must be there: from a backup (stele restore does both) or any copy of it."},
        footer = {"", "Examples:", "  stele keys recover                       asks for three shares", "  stele keys recover --share a --share b --share c --data NEW"})
    int recover(@Option(names = "--share", paramLabel = "FILE", description = "a file with one share; three times") List<Path> files,
            @Option(names = "--retired", description = "also take back versions that rotations gave up, to read copies made before them") boolean retired) throws IOException {
        Keyring keyring = keyring();
        new Recovery(keyring).recover(new TypedShares(spec.commandLine().getErr()).several(files == null ? List.of() : files), retired);
        say("The keys are open on this machine again.");
        warn(KeyStatus.of(keyring));
        return 0;
    }

    @Command(description = "Seals the keys to one more public key of age, whose private part a partner keeps.",
            footer = {"", "Example:", "  stele keys recipient age1…"})
    int recipient(@Parameters(paramLabel = "AGE1…", description = "the public key, as age-keygen prints it") String text) {
        new Recovery(keyring()).add(new Recipient(text));
        say("Whoever has the private key of " + text + " can bring these keys back, alone.");
        return 0;
    }

    @Command(description = {"Gives a compartment a new key, and wraps again what the old one wrapped. Encrypted files are not touched.",
        "The old key then opens nothing any more; copies made before are opened by three shares."},
        footer = {"", "Examples:", "  stele keys rotate confidential", "  stele keys rotate all", "", "Stop other servers that use the same database first."})
    int rotate(@Parameters(paramLabel = "COMPARTMENT", description = "sources, confidential, working, public, or all") String which) {
        List<Compartment> compartments = which.equals("all") ? Arrays.asList(Compartment.values()) : List.of(Compartment.of(which));
        try (OpenRegister register = stele.open()) {
            for (Compartment each : compartments) {
                Rotation.Done done = register.get(Rotation.class).rotate(each);
                say("%s has key version %d now; wrapped again: %s.".formatted(each.code(), done.version(), done.exchanged().isEmpty() ? "nothing" : done.exchanged().toString()));
                if (done.retired().isEmpty()) {
                    say("  The old key is kept: without recovery shares, copies made before could never be read again. Make shares, then rotate again.");
                }
            }
        }
        return 0;
    }

    private Path folder() {
        return DataFolder.choose(stele.data());
    }

    private Keyring keyring() {
        if (!Keyring.isIn(folder())) {
            throw new Refusal("There are no keys in " + folder() + " yet. They are made when they are first needed, or now by 'stele keys create'; "
                    + "the keys of another machine come with a backup, by 'stele restore'.");
        }
        return Keyring.open(folder());
    }

    private void warn(KeyStatus status) {
        status.warnings().forEach(warning -> err("WARNING: " + warning));
    }

    private void err(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
