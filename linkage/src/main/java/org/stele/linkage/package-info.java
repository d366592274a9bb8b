/**
 * Which records are one person: Fellegi–Sunter over dictionary-encoded columns, with estimation, prediction, clusters and explanation.
 * No Spring, no database, no network; the same answer on every run and any number of threads.
 */
@NullMarked
package org.stele.linkage;

import org.jspecify.annotations.NullMarked;
