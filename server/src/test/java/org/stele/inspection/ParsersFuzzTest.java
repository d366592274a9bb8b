package org.stele.inspection;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Tag;

/**
 * Our own parsers of strangers' files, fed with what breaks parsers: they may find a file broken, and nothing else. Left out of an ordinary
 * run, since Jazzer hooks into every class of the process; CONTRIBUTING.md has the command, one parser at a time.
 */
@Tag("fuzz")
class ParsersFuzzTest {

    private static Report report() {
        return new Report(new DataOutputStream(OutputStream.nullOutputStream()));
    }

    @FuzzTest(maxDuration = "5s")
    void lists(byte[] bytes) {
        new ZipList(bytes, bytes.length).report(report());
        ZipList.endsAsZip(bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void webArchives(byte[] bytes) {
        new WebArchive(report()).records(new ByteArrayInputStream(bytes));
        WebArchive.begins(bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void letters(byte[] bytes) {
        new Letter(bytes).report(report());
    }

    @FuzzTest(maxDuration = "5s")
    void pages(byte[] bytes) {
        SavedPage.of(bytes).report(report());
    }

    @FuzzTest(maxDuration = "5s")
    void films(byte[] bytes) {
        try {
            new FilmLook(report()).at(new ByteArrayInputStream(bytes));
        } catch (IOException broken) {
            return;
        }
    }

    @FuzzTest(maxDuration = "5s")
    void filmsPutInOrder(byte[] bytes) {
        try (var served = DescriptionFirst.of(() -> new ByteArrayInputStream(bytes)).open()) {
            if (served.readAllBytes().length != bytes.length) {
                throw new AssertionError("bytes were lost or added");
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @FuzzTest(maxDuration = "5s")
    void picturesOfAProgramThatWasTakenOver(byte[] bytes) {
        try {
            var in = new ByteArrayInputStream(bytes);
            for (Frame frame = Frame.read(in, Limits.THUMBNAIL); frame != null; frame = Frame.read(in, Limits.THUMBNAIL)) {
                Pdq.of(frame.luma());
            }
        } catch (IOException broken) {
            return;
        }
    }

    @FuzzTest(maxDuration = "5s")
    void headersOfPictures(byte[] bytes) {
        JpegHeader.inSeveralScans(bytes);
        Credentials.in(bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void answersOfAProcessThatWasTakenOver(byte[] bytes) {
        try {
            new Answer().read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException broken) {
            return;
        }
    }

    @FuzzTest(maxDuration = "5s")
    void listsOfDigests(byte[] bytes) {
        PackageList.digests(bytes);
    }
}
