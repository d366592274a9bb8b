/**
 * The command line's face: one class per command, each thin over the rooms. A command is a plain picocli class; what it needs of
 * the register it asks of {@link org.stele.commandline.OpenRegister}, which is opened only when the command does so.
 */
@NullMarked
package org.stele.commandline;

import org.jspecify.annotations.NullMarked;
