package org.stele.inspection;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** One look at a file from its first byte to its last: what type it is, and then what files of that type can tell. Runs in the {@link Cell}. */
final class Look {
    private static final int HEAD = 1 << 16;
    private static final int TAIL = 8 << 20;
    /** Reading on to the end of a file only to see what hangs there stops after so many bytes. */
    private static final long READ_ON = 4L << 30;
    private static final Set<String> BOXES = Set.of("video/mp4", "video/quicktime", "application/mp4", "audio/mp4", "video/3gpp", "video/3gpp2",
            "video/x-m4v");

    private final Report report;
    private final String name;

    Look(Report report, String name) {
        this.report = report;
        this.name = name;
    }

    /** Looks at all of it; what cannot be read is said, and never a failure of the whole. */
    void at(InputStream source) throws IOException {
        var tail = new Tail(source, TAIL);
        var in = new BufferedInputStream(tail, HEAD);
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD - 1);
        in.reset();
        String type = Types.detected(head, name);
        String promised = Types.promised(name);
        report.type(type, promised);
        if (!promised.isEmpty() && !Types.agree(type, promised)) {
            report.finding(What.TYPE_NOT_AS_NAMED, promised, type);
        }
        NameCheck.of(name).forEach(report::finding);
        try {
            inside(type, head, in);
        } catch (IOException | RuntimeException broken) {
            report.finding(What.BREAKS_OFF, type, broken.toString());
        }
        readOn(in, tail);
        if (Types.is(type, "application/zip")) {
            new ZipList(tail.last(), tail.count()).report(report);
        }
        TwoTypes.check(type, head, tail.last(), tail.count()).forEach(what -> report.finding(what, type));
    }

    private void inside(String type, byte[] head, InputStream in) throws IOException {
        if (BOXES.contains(type)) {
            new FilmLook(report).at(in);
        } else if (type.startsWith("image/")) {
            new PictureLook(report).at(in);
        } else if (type.startsWith("video/") || type.startsWith("audio/")) {
            EmbeddedClaims.ofFilmOrSound(new Bounded(in, Limits.PICTURE_BYTES), report);
        } else if (type.equals("application/warc")) {
            new WebArchive(report).records(in);
        } else if (type.equals("application/gzip") && WebArchive.begins(head)) {
            new WebArchive(report).records(unzipped(in));
        } else if (Types.is(type, "text/html") || type.equals("application/xhtml+xml")) {
            SavedPage.of(in.readNBytes(Limits.TEXT * 8)).report(report);
        } else if (Types.is(type, "message/rfc822") || type.equals("multipart/related")) {
            new Letter(in.readNBytes(Limits.TEXT * 8)).report(report);
        } else if (type.equals("text/plain")) {
            report.text(Characters.decoded(in.readNBytes(Limits.TEXT), null));
        } else if (Types.is(type, "application/zip")) {
            new ZipContents(report).at(in);
        }
    }

    /** The stream of gzip asks how much there is before it goes on to the next member, and takes none for the end. */
    static InputStream unzipped(InputStream in) throws IOException {
        return new GZIPInputStream(new Bounded(in, Long.MAX_VALUE) {
            @Override
            public int available() {
                return 1;
            }
        }, 1 << 16);
    }

    private void readOn(InputStream in, Tail tail) throws IOException {
        var scratch = new byte[1 << 16];
        while (in.read(scratch) >= 0) {
            if (tail.count() > READ_ON) {
                report.finding(What.REST_TOO_LONG, READ_ON >> 30);
                return;
            }
        }
    }
}
