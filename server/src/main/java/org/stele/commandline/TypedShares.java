package org.stele.commandline;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.database.Refusal;
import org.stele.keys.Share;
import org.stele.keys.WrongShare;

/** Gets recovery shares from people: typed line by line, each line checked while the paper is at hand, or from files. */
record TypedShares(PrintWriter err) {
    private static final int LINES = 4;
    private static final String SHEET_LINE = "\\s*line [1-4]:.*";

    Share one(@Nullable Path file) throws IOException {
        return file == null ? typed(terminal(), "") : read(file);
    }

    List<Share> several(List<Path> files) throws IOException {
        List<Share> shares = new ArrayList<>();
        for (Path file : files) {
            shares.add(read(file));
        }
        if (files.isEmpty()) {
            Console terminal = terminal();
            while (shares.size() < Share.NEEDED) {
                Share share = typed(terminal, " (%d of %d)".formatted(shares.size() + 1, Share.NEEDED));
                if (shares.stream().anyMatch(each -> each.number() == share.number())) {
                    say("Share " + share.number() + " was typed already; another one is needed.");
                } else {
                    shares.add(share);
                    say("Share " + share.number() + " of set " + share.set() + " is read.");
                }
            }
        }
        return shares;
    }

    private Share typed(Console terminal, String which) {
        while (true) {
            List<String> lines = new ArrayList<>();
            while (lines.size() < LINES) {
                String line = terminal.readLine("Share%s, line %d: ", which, lines.size() + 1);
                if (line == null) {
                    throw new Refusal("The share was not typed to its end. Nothing was changed.");
                }
                try {
                    Share.checkLine(lines.size(), line);
                    lines.add(line);
                } catch (WrongShare e) {
                    say(e.getMessage() + ". Type it again (Ctrl-D ends).");
                }
            }
            try {
                return Share.parse(String.join("\n", lines));
            } catch (WrongShare e) {
                say(e.getMessage() + ". Begin again with line 1.");
            }
        }
    }

    private static Share read(Path file) throws IOException {
        String text = file.toString().equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : Files.readString(file);
        // A whole sheet as it was printed, or only its four lines.
        String lines = text.lines().filter(line -> line.matches(SHEET_LINE)).collect(Collectors.joining("\n"));
        try {
            return Share.parse(lines.isEmpty() ? text : lines);
        } catch (WrongShare e) {
            throw new Refusal(e.getMessage() + " (" + file + ").", e);
        }
    }

    private static Console terminal() {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new Refusal("There is no terminal to ask for a share on. Name a file with --share.");
        }
        return console;
    }

    private void say(String line) {
        err.println(line);
        err.flush();
    }
}
