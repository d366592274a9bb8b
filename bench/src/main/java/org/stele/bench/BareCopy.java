package org.stele.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** The floor under every import: the same rows by COPY into one table of texts without a key, committed and durable. */
final class BareCopy {

    private BareCopy() {
    }

    /** Milliseconds for the rows of a CSV file. */
    static double of(DataSource source, Path csv) throws SQLException, IOException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement(); Reader rows = Files.newBufferedReader(csv)) {
            String heading = Files.lines(csv).findFirst().orElseThrow();
            statement.execute("drop table if exists bare");
            statement.execute("create table bare (" + heading.replaceAll("([^,]+)", "\"$1\" text") + ")");
            long start = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy bare from stdin with (format csv, header true)", rows);
            double took = (System.nanoTime() - start) / 1e6;
            statement.execute("drop table bare");
            return took;
        }
    }
}
