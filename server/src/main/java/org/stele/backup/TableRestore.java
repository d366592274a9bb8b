package org.stele.backup;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.stele.database.Database;
import org.stele.database.Migrations;
import org.stele.database.Refusal;
import org.stele.fixity.Digest;
import org.stele.keys.Identity;

/** Makes the tables of a backup in an empty database, fills them in one transaction, and compares them with what was backed up. */
final class TableRestore {
    private final BackupPlace place;
    private final Manifest manifest;
    private final List<Identity> identities;

    TableRestore(BackupPlace place, Manifest manifest, List<Identity> identities) {
        this.place = place;
        this.manifest = manifest;
        this.identities = identities;
    }

    /** @return how many rows were restored */
    long into(Database.Login login, Connection connection, Consumer<String> progress) throws IOException, SQLException {
        try (Snapshot empty = new Snapshot(login)) {
            if (!empty.tables().isEmpty()) {
                throw new Refusal("The database " + login + " is not empty. A restore needs an empty one.");
            }
        }
        makeTables(login);
        connection.setAutoCommit(false);
        List<Part> tables = manifest.parts().stream().filter(part -> part.isTable() && !part.table().equals(Snapshot.MIGRATIONS)).toList();
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            // What migrations put there themselves.
            statement.execute("truncate " + String.join(", ", tables.stream().map(Part::table).toList()));
            for (Part part : tables) {
                progress.accept("table " + part.table());
                rows += fill(connection, part);
            }
            setSequences(connection);
            connection.commit();
            statement.execute("analyze");
            connection.commit();
        }
        progress.accept("comparing");
        compare(login, tables);
        try (HikariDataSource source = pool(login)) {
            // If this program is newer than the one that wrote the backup.
            Migrations.apply(source);
        }
        return rows;
    }

    private void makeTables(Database.Login login) throws IOException {
        Path scripts = Files.createTempDirectory("stele-schema-");
        try (HikariDataSource source = pool(login); InputStream in = SealedParts.read(place, manifest.part(Part.SCHEMA), identities)) {
            Bundle.extract(in, scripts);
            Migrations.apply(source, "filesystem:" + scripts);
        } finally {
            Removal.of(scripts);
        }
    }

    private long fill(Connection connection, Part part) throws IOException, SQLException {
        try (InputStream in = SealedParts.read(place, part, identities)) {
            long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + part.table() + " (" + part.columns()
                    + ") from stdin", in, 1 << 16);
            if (rows != part.rows()) {
                throw new UnsoundBackup("The table " + part.table() + " of the backup has " + rows + " rows; its manifest says "
                        + part.rows());
            }
            return rows;
        }
    }

    private void setSequences(Connection connection) throws IOException, SQLException {
        try (InputStream in = SealedParts.read(place, manifest.part(Part.SEQUENCES), identities);
                PreparedStatement set = connection.prepareStatement("select setval(quote_ident(?)::regclass, ?)")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                set.setString(1, line.substring(0, line.indexOf('\t')));
                set.setLong(2, Long.parseLong(line.substring(line.indexOf('\t') + 1)));
                set.execute();
            }
        }
    }

    /** The same rows give the same bytes: so the restored tables are written out again and held against the backup's digests. */
    private static void compare(Database.Login login, List<Part> tables) throws IOException, SQLException {
        try (Snapshot restored = new Snapshot(login)) {
            for (Part part : tables) {
                Digest.Sum sum = new Digest.Sum();
                restored.copy(part.table(), part.columns(), new OutputStream() {
                    @Override
                    public void write(int one) {
                        sum.add(new byte[] {(byte) one}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int count) {
                        sum.add(bytes, from, count);
                    }
                });
                if (!sum.end().sha256().equals(part.plainSha256())) {
                    throw new UnsoundBackup("The restored table " + part.table()
                            + " is not byte for byte what was backed up. Nothing was put in place");
                }
            }
        }
    }

    private static HikariDataSource pool(Database.Login login) {
        var source = new HikariDataSource();
        source.setJdbcUrl(login.url());
        source.setUsername(login.user());
        source.setPassword(login.password());
        source.setMaximumPoolSize(2);
        return source;
    }
}
