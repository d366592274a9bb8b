package org.stele.audit;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.vault.ByteCheck;
import org.stele.vault.CopyState;

/** Has the bytes of all copies read, and says of which item each bad one is and how it is mended. */
final class ByteAudit {

    private final JdbcClient sql;
    private final Supplier<ByteCheck> check;

    /** @param check opened only when bytes are to be read */
    ByteAudit(DataSource dataSource, Supplier<ByteCheck> check) {
        this.sql = JdbcClient.create(dataSource);
        this.check = check;
    }

    ByteCheck.Reading run(List<Finding> findings, Audit.Progress progress) {
        ByteCheck open = check.get();
        ByteCheck.Reading read = open.run((bytes, of) -> progress.at("MB", bytes >> 20, of >> 20));
        for (ByteCheck.Bad bad : read.bad()) {
            String item = item(bad.blob().id());
            String state = bad.state() == CopyState.MISSING ? "is missing" : bad.state() == CopyState.DAMAGED ? "was altered" : "cannot be read";
            findings.add(new Finding("bytes", item, bad.location() + ": " + bad.path(),
                    "The copy of %s at '%s' %s: %s (%s).".formatted(item, bad.location(), state, bad.words(), bad.path()), remedy(open.rightCopy(bad.blob()), bad, read)));
        }
        return read;
    }

    /** All items that have the bytes: the same bytes may have come from several sources. */
    private String item(long blob) {
        List<Long> items = sql.sql("select distinct id from evidence_item where blob = :blob order by id").param("blob", blob).query(Long.class).list();
        return items.isEmpty() ? "blob " + blob + " (of no item)" : "evidence item " + String.join(", ", items.stream().map(String::valueOf).toList()) + " (blob " + blob + ")";
    }

    private static String remedy(Optional<String> right, ByteCheck.Bad bad, ByteCheck.Reading read) {
        if (right.isPresent()) {
            return "A right copy lies at '%s'. Run: stele evidence fixity --all --location %s. It sets the bad bytes aside and writes the copy anew.".formatted(right.get(), bad.location());
        }
        return read.notRead().isEmpty() ? "No right copy was found at any location. Change nothing, look for old disks and backups ('stele backup verify'), or for the source."
                : "No right copy was found where it could be looked for. Not looked at: %s. Connect or read them first; then: stele evidence fixity --all --location %s."
                        .formatted(String.join(", ", read.notRead().keySet()), bad.location());
    }
}
