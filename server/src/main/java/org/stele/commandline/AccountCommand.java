package org.stele.commandline;

import java.io.Console;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stele.access.Account;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Passwords;
import org.stele.access.Role;
import org.stele.access.SecondFactors;
import org.stele.database.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Who may come to the desk. Accounts are made here and nowhere else. */
@Command(name = "account", description = "Makes, lists and closes the accounts of the desk.",
        footer = {"", "Examples:", "  stele account add amal --role researcher         asks for a password",
            "  stele account add amal --role clerk --generate   makes one up and prints it once",
            "  stele account disable amal --reason 'left the organisation'", "  stele account list --json", "",
            "Stop a server that uses the embedded database on the same data folder first."})
final class AccountCommand implements Callable<Integer> {

    /** For the help text. */
    static final class RoleCodes extends ArrayList<String> {
        RoleCodes() {
            super(Arrays.stream(Role.values()).map(Role::code).toList());
        }
    }

    @ParentCommand
    private SteleCommand stele;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }

    @Command(description = "Makes an account; asks for its password on the terminal, or makes one up.",
            footer = {"", "Examples:", "  stele account add amal --role researcher", "  stele account add amal --role administrator --generate"})
    int add(@Parameters(paramLabel = "NAME", description = "what the person signs in with, and what changes are recorded under") String name,
            @Option(names = "--role", required = true, completionCandidates = RoleCodes.class, description = "one of: ${COMPLETION-CANDIDATES}") String role,
            @Option(names = "--generate", description = "make up a password and print it once") boolean generate,
            @Option(names = "--reason", defaultValue = "new account", description = "why, for the record (default: ${DEFAULT-VALUE})") String reason) {
        Role wanted = Role.of(role);
        String password = password(generate);
        try (OpenRegister register = stele.open()) {
            register.get(Accounts.class).add(name, wanted, password, by(reason));
        }
        say("Account '" + name + "' (" + wanted.code() + ") is made." + (generate ? " Its password, shown this once: " + password : ""));
        say("At the first sign-in at /en/desk it makes a passkey or sets up an authenticator app, and sees nothing else before.");
        return 0;
    }

    @Command(description = {"Gives an account an authenticator key and recovery codes, in place of all it signed in with beside its password.",
            "For who lost device and codes where no two administrators can help at the desk, and for accounts of programs and trials."},
            footer = {"", "Example:", "  stele account enrol amal --reason 'lost her phone'"})
    int enrol(@Parameters(paramLabel = "NAME") String name, @Option(names = "--reason", required = true, description = "why, for the record") String reason) {
        SecondFactors.Enrolled enrolled;
        try (OpenRegister register = stele.open()) {
            enrolled = register.get(SecondFactors.class).enrol(name, by(reason));
        }
        say("Account '" + name + "' has new second factors, shown this once; what it had before lets nobody in any more.");
        say("Key for an authenticator app: " + enrolled.key());
        say("The same as an address:       " + enrolled.address());
        say("Recovery codes, each good once in place of the app's: " + String.join(" ", enrolled.recoveryCodes()));
        return 0;
    }

    @Command(description = "Gives an account another password; who is signed in with it is out.",
            footer = {"", "Example:", "  stele account password amal --generate --reason 'forgotten'"})
    int password(@Parameters(paramLabel = "NAME") String name,
            @Option(names = "--generate", description = "make up a password and print it once") boolean generate,
            @Option(names = "--reason", required = true, description = "why, for the record") String reason) {
        String password = password(generate);
        try (OpenRegister register = stele.open()) {
            register.get(Accounts.class).setPassword(name, password, by(reason));
        }
        say("Account '" + name + "' has a new password." + (generate ? " Shown this once: " + password : ""));
        return 0;
    }

    @Command(description = "Gives an account another role.", footer = {"", "Example:", "  stele account role amal --role researcher --reason 'promoted'"})
    int role(@Parameters(paramLabel = "NAME") String name,
            @Option(names = "--role", required = true, completionCandidates = RoleCodes.class, description = "one of: ${COMPLETION-CANDIDATES}") String role,
            @Option(names = "--reason", required = true, description = "why, for the record") String reason) {
        try (OpenRegister register = stele.open()) {
            register.get(Accounts.class).setRole(name, Role.of(role), by(reason));
        }
        say("Account '" + name + "' is a " + role + " now.");
        return 0;
    }

    @Command(description = "Closes an account; who is signed in with it is out at the next click.",
            footer = {"", "Example:", "  stele account disable amal --reason 'left the organisation'"})
    int disable(@Parameters(paramLabel = "NAME") String name,
            @Option(names = "--reason", required = true, description = "why, for the record") String reason,
            @Option(names = "--undo", description = "open it again") boolean undo) {
        try (OpenRegister register = stele.open()) {
            Accounts accounts = register.get(Accounts.class);
            if (undo) {
                accounts.reopen(name, by(reason));
            } else {
                accounts.disable(name, by(reason));
            }
        }
        say("Account '" + name + "' is " + (undo ? "open again." : "closed."));
        return 0;
    }

    @Command(description = "Lists the accounts.", footer = {"", "Example:", "  stele account list --json"})
    int list(@Option(names = "--json", description = "print a JSON list") boolean json) {
        List<Account> accounts;
        try (OpenRegister register = stele.open()) {
            accounts = register.get(Accounts.class).list();
        }
        if (json) {
            say(JsonMapper.builder().build().writeValueAsString(accounts));
        } else if (accounts.isEmpty()) {
            say("No accounts yet. 'stele account add NAME --role researcher' makes one.");
        } else {
            accounts.forEach(account -> say("%-24s %-14s %s".formatted(account.name(), account.role().code(), account.open() ? "open" : "closed")));
        }
        return 0;
    }

    private static String password(boolean generate) {
        if (generate) {
            return Passwords.generate();
        }
        @Nullable Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new Refusal("There is no terminal to ask for a password on. Use --generate.");
        }
        char[] first = console.readPassword("Password (at least %d characters): ", Passwords.SHORTEST);
        char[] again = console.readPassword("Once more: ");
        if (first == null || !Arrays.equals(first, again)) {
            throw new Refusal("The two passwords are not the same. Nothing was changed.");
        }
        return new String(first);
    }

    /** Who runs the command line is who answers for the change. */
    private static By by(String reason) {
        return new By(System.getProperty("user.name") + " on the command line", reason);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
