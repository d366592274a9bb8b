/**
 * The ground: the data folder and its lock, the PostgreSQL that runs inside the program or the server named by URL, and the
 * migrations. It knows no table of any other room; the rooms put their migrations into {@code db/migration} and get a
 * {@link javax.sql.DataSource} on a database that is checked and migrated.
 */
@NullMarked
package org.stele.database;

import org.jspecify.annotations.NullMarked;
