package org.stele.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The blobs there are, without their bytes: needs neither keys nor locations. */
public final class Blobs {

    private final JdbcClient sql;

    public Blobs(DataSource source) {
        this.sql = JdbcClient.create(source);
    }

    public Optional<Blob> find(long id) {
        return sql.sql("select * from blob where id = :id").param("id", id).query((row, n) -> read(row)).optional();
    }

    /** The last blob that has the same plain bytes, in the same compartment. */
    Optional<Blob> twin(Blob fresh) {
        return sql.sql("select * from blob where sha256 = :sha256 and compartment = :compartment order by id desc limit 1")
                .param("sha256", fresh.sha256()).param("compartment", fresh.compartment()).query((row, n) -> read(row)).optional();
    }

    /** Of several in one compartment: the last blob that has the same plain bytes as one of them, by the SHA-256 of these. */
    Map<String, Blob> twins(List<Blob> fresh, String compartment) {
        Map<String, Blob> twins = new HashMap<>();
        sql.sql("select * from blob where sha256 = any(:digests) and compartment = :compartment order by id").param("digests", fresh.stream().map(Blob::sha256)
                .toArray(String[]::new)).param("compartment", compartment).query((row, n) -> read(row)).list().forEach(each -> twins.put(each.sha256(), each));
        return twins;
    }

    /** Those of the names that no blob has. */
    Set<String> unknown(List<String> names) {
        Set<String> unknown = new HashSet<>(names);
        if (!names.isEmpty()) {
            sql.sql("select name from blob where name = any(:names)").param("names", names.toArray(String[]::new)).query(String.class).list()
                    .forEach(unknown::remove);
        }
        return unknown;
    }

    static Blob read(ResultSet row) throws SQLException {
        return new Blob(row.getLong("id"), row.getString("sha256"), row.getLong("length"), new BlobName(row.getString("name")),
                row.getLong("cipher_length"), row.getString("compartment"));
    }
}
