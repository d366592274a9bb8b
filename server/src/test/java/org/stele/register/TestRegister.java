package org.stele.register;

import javax.sql.DataSource;
import org.stele.history.Changes;
import org.stele.history.Versions;

/** The register's repositories on a test's database, for tests of rooms above that do without Spring. */
public record TestRegister(Changes changes, Victims victims, Incidents incidents, Sources sources, Statements statements) {

    public static TestRegister on(DataSource source) {
        Versions versions = new Versions(source);
        return new TestRegister(new Changes(source), new Victims(versions), new Incidents(versions), new Sources(versions), new Statements(source));
    }
}
