package org.stele;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.stele.commandline.SteleCommand;
import org.stele.inspection.Cell;

/** The program's one entry: what {@code ./stele} runs. */
public final class Stele {
    private Stele() {
    }

    /** Runs one command and ends with its exit code. Both outputs are UTF-8 whatever the terminal's settings say: names are Arabic. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 1 && arguments[0].equals(Cell.ARGUMENT)) {
            Cell.main(arguments);
            return;
        }
        System.setProperty("stele.command", "stele " + String.join(" ", arguments));
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exit = SteleCommand.run(SteleApplication.class, out, err, arguments);
        out.flush();
        err.flush();
        System.exit(exit);
    }
}
