package org.stele.messages;

import org.stele.history.Change;

/** A room above that must know of messages in the very transaction that takes them: none may be there without a place in the queue. */
public interface MessageListener {

    /** A message that was not there before is being taken. */
    void taken(Change change, Message message);

    /** A line is being added to the conversation. */
    void said(Change change, long message, Line.Kind kind);
}
