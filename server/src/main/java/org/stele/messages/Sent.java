package org.stele.messages;

import java.util.List;

/**
 * What became of the files that were sent with a form.
 *
 * @param kept how many were kept
 */
public record Sent(int kept, List<NotKept> notKept) {

    /**
     * A file that was sent and not kept.
     *
     * @param why code of the words that say it
     */
    public record NotKept(String name, String why) {
    }
}
