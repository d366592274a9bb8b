package org.stele.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stele.keys.Identity;

/** A process of its own that restores a backup with the identity in a file, and says when it is done. */
final class RestoreUntilKilled {
    private RestoreUntilKilled() {
    }

    /** @param arguments the place, the identity's file, the new data folder */
    public static void main(String[] arguments) throws Exception {
        try (BackupPlace place = BackupPlace.existing(Path.of(arguments[0]))) {
            System.out.println("begins");
            new Restore(place, place.find(""), List.of(Identity.parse(Files.readString(Path.of(arguments[1]))))).into(Path.of(arguments[2]),
                    "", at -> System.out.println(at));
            System.out.println("restored");
        }
    }
}
