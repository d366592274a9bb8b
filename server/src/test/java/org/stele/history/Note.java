package org.stele.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The smallest kind of record there can be, for tests of versions as such. */
record Note(@Nullable String text, List<String> words) {

    static final Kind<Note> KIND = new Kind<>() {
        @Override
        public String table() {
            return "note";
        }

        @Override
        public List<String> columns() {
            return List.of("text", "words");
        }

        @Override
        public List<?> values(Note note) {
            return Arrays.asList(note.text, note.words);
        }

        @Override
        public Note read(ResultSet row) throws SQLException {
            return new Note(row.getString("text"), Arrays.asList((String[]) row.getArray("words").getArray()));
        }
    };

    static void createTable(JdbcClient sql) {
        sql.sql("""
                create sequence note_id;
                create table note (
                    id bigint not null, version int not null check (version >= 1),
                    recorded_from timestamptz not null check (isfinite(recorded_from)),
                    recorded_to timestamptz not null default 'infinity' check (recorded_from < recorded_to),
                    text text, words text[] not null,
                    primary key (id, version)
                );
                call keep_history('note');
                """).update();
    }
}
