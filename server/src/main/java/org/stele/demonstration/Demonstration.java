package org.stele.demonstration;

import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.register.Codebooks;
import org.stele.register.Demonstrations;
import org.stele.register.Incidents;
import org.stele.register.Sources;
import org.stele.register.Statements;
import org.stele.register.Victims;

/**
 * The demonstration programme: a year of invented people whose sums are those published for 2020, put into an empty register as if
 * it had been kept day by day.
 */
public final class Demonstration {

    private final DataSource dataSource;
    private final Rooms rooms;

    /** Where the records go. */
    record Rooms(Codebooks codebooks, Sources sources, Incidents incidents, Victims victims, Statements statements, Demonstrations demonstrations) {
    }

    Demonstration(DataSource dataSource, Rooms rooms) {
        this.dataSource = dataSource;
        this.rooms = rooms;
    }

    /** What a register holds, seen from here. */
    public enum State {
        /** Nothing yet. */
        EMPTY,
        /** This demonstration. */
        LOADED,
        /** A demonstration that another version of the program made. */
        ANOTHER,
        /** Something else, perhaps real records: not to be touched. */
        OCCUPIED
    }

    /** What was loaded. */
    public record Loaded(int victims, int incidents, int statements, int changes) {
    }

    /** Is told of every day once it is written; all of it becomes durable only at the end. */
    @FunctionalInterface
    public interface Progress {
        void day(LocalDate day, int done, int of);
    }

    /** What the register holds. */
    public State state() {
        Optional<String> digest = rooms.demonstrations.digest();
        if (digest.isPresent()) {
            return digest.get().equals(Generator.generate().digest()) ? State.LOADED : State.ANOTHER;
        }
        boolean empty = JdbcClient.create(dataSource).sql("select not exists (select from change)").query(Boolean.class).single();
        return empty ? State.EMPTY : State.OCCUPIED;
    }

    /**
     * Loads it, all or nothing: what is interrupted leaves an empty register.
     *
     * @throws NotEmpty if the register holds anything
     */
    public Loaded load(Progress progress) {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        return transaction.execute(status -> {
            if (state() != State.EMPTY) {
                throw new NotEmpty();
            }
            return new Loading(dataSource, rooms, Generator.generate()).run(progress);
        });
    }
}
