/**
 * What people and machines send in: the public form, field teams' forms, feeds, mail, chats. A message is kept as it was sent, encrypted,
 * with the sender's consent for each use, and the conversation that follows by receipt code. Nothing here counts; what is done with a
 * message is the business of {@code review}. May touch keys, history, codebook, evidence, places and register.
 */
@NullMarked
package org.stele.messages;

import org.jspecify.annotations.NullMarked;
