package org.stele.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    static final TestDatabase ONE = TestDatabase.fresh();
    static final TestDatabase OTHER = TestDatabase.fresh();

    @Test
    void eachTestClassHasItsOwnMigratedDatabase() {
        ONE.sql().sql("create table only_here (n int)").update();

        assertThat(OTHER.sql().sql("select to_regclass('only_here') is null").query(Boolean.class).single()).isTrue();
        assertThat(OTHER.sql().sql("select count(*) from flyway_schema_history where success").query(Integer.class).single()).isPositive();
    }

    @Test
    void theDatabasePassesEveryCheck() throws SQLException {
        try (Connection connection = ONE.login().connect()) {
            assertThat(DatabaseCheck.all(connection)).hasSize(6).allMatch(DatabaseCheck::fulfilled);
        }
    }

    @Test
    void arabicNamesAreFoundByTheirLikeness() {
        double likeness = ONE.sql().sql("select similarity('محمد أحمد', 'محمد احمد')").query(Double.class).single();

        assertThat(likeness).isBetween(0.3, 0.9);
    }

    @Test
    void aDatabaseThatIsBlindToArabicIsRefused() throws SQLException {
        TestServer.execute("create database blind template template0 encoding 'UTF8' locale 'C'");
        try (Connection connection = TestServer.login("blind").connect()) {
            assertThat(DatabaseCheck.all(connection)).filteredOn(check -> !check.fulfilled()).singleElement()
                    .satisfies(check -> assertThat(check.name()).isEqualTo("Arabic trigrams"));
        } finally {
            TestServer.execute("drop database blind with (force)");
        }
    }

    @Test
    void aDatabaseThatANewerProgramHasWrittenIsRefused() {
        try (TestDatabase newer = TestDatabase.fresh()) {
            newer.sql().sql("""
                    insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    select max(installed_rank) + 1, '9999', 'tomorrow', 'SQL', 'V9999__tomorrow.sql', 1, 'stele', 1, true from flyway_schema_history""").update();

            assertThatThrownBy(() -> Migrations.apply(newer.source())).isInstanceOf(Refusal.class).hasMessageContaining("9999");
        }
    }
}
