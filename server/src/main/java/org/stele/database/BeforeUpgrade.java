package org.stele.database;

import java.util.List;

/** Asked before tables that were used before are changed for a newer program. A bean; it must not need the data source. */
public interface BeforeUpgrade {
    /**
     * @param pending the scripts that will be applied when this returns; an exception keeps them from it
     */
    void upgrading(Database.Login login, List<String> pending);
}
