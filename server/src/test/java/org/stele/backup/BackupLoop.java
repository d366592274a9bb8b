package org.stele.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.stele.database.Database;
import org.stele.keys.Keyring;

/** Writes backups one after the other until it is killed; each time with another change, so that there is something to write. */
final class BackupLoop {
    private BackupLoop() {
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        try (Database database = Database.open(data, arguments[2])) {
            var backup = new Backup(database.login(), data, Keyring.open(data));
            for (int number = 0; true; number++) {
                try (var connection = database.login().connect(); var statement = connection.createStatement()) {
                    statement.execute("insert into change (number, at, made_by, reason) select coalesce(max(number), 0) + 1, "
                            + "clock_timestamp(), 'Loop', "
                            + "repeat(md5(random()::text), 2000) from change");
                }
                String name = backup.write(BackupPlace.in(Path.of(arguments[1])), Backup.Originals.ALL, List.of(), asOf -> Map.of(), at ->
                        { }).backup().name();
                System.out.println("written " + name);
            }
        }
    }
}
