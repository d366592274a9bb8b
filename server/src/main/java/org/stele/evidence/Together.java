package org.stele.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stele.uploading.HeldFiles;

/**
 * The files of one form that are one thing, such as a saved page with its pictures. They wait, encrypted, until the last has come, since the
 * archive has them in the order of their names; then they become the very bytes that {@code stele evidence add --as-one} makes of such a folder.
 */
final class Together implements Closeable {

    private final HeldFiles held;
    private final List<String> sent = new ArrayList<>();

    Together(HeldFiles held) {
        this.held = held;
    }

    void add(String name, InputStream bytes) throws IOException {
        held.add(bytes);
        sent.add(name);
    }

    boolean isEmpty() {
        return sent.isEmpty();
    }

    /** Takes them in as one item, whose provenance says so.
     *  @param said of them all */
    Received take(Receiving receiving, Submission said) throws IOException {
        SentNames names = SentNames.of(sent);
        List<Archive.Member> members = IntStream.range(0, sent.size()).mapToObj(each ->
                new Archive.Member(names.names().get(each), () -> held.open(each))).toList();
        Provenance told = said.provenance().named(names.fileName()).noted(Archive.note(names.folder(), sent.size()));
        try (InputStream archive = new Archive(members).open()) {
            return receiving.add(said.from(told), archive, sofar -> { });
        }
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
