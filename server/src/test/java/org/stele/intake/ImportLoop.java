package org.stele.intake;

import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;

/** Imports a file in a process of its own, which a test may kill; says how many rows are durable. */
final class ImportLoop {

    private ImportLoop() {
    }

    public static void main(String[] arguments) throws Exception {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser(arguments[1]);
        source.setPassword(arguments[2]);
        TestImports.on(source, TestImports.riverland(), new TestPlaces())
                .run(new ImportOrder(Path.of(arguments[3]), Path.of(arguments[4]), "amal", false, null), (rows, total) -> System.out.println(rows));
        System.out.println("done");
    }
}
