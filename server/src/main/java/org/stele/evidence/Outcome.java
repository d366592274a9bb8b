package org.stele.evidence;

/** What became of one of several files that were sent in. */
public sealed interface Outcome {

    /** Which. */
    Sent sent();

    /** It is durable and committed. */
    record Taken(Sent sent, Received received) implements Outcome {
    }

    /** It is not in the register, and its source is as it was.
     *  @param why an IOException, or {@link OtherBytes} */
    record Failed(Sent sent, Exception why) implements Outcome {
    }
}
