package org.stele.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.stele.fixity.Digest;

/**
 * Goes through a zip archive in a stream, in memory only, for what a page saved from the web holds: the page itself, web archives
 * (WARC) and a WACZ's list of digests. Members are read, never written anywhere.
 */
final class ZipContents {
    private static final long BUDGET = 4L << 30;
    private static final long SMALL = 100L << 20;
    private static final int RATIO = 200;
    private static final int MOST = 200_000;
    private static final int PAGE = 8 << 20;

    private final Report report;
    private final Map<String, String> digests = new HashMap<>();
    private final Map<String, String> promised = new TreeMap<>();
    private boolean textTaken;

    ZipContents(Report report) {
        this.report = report;
    }

    void at(InputStream source) throws IOException {
        var counted = new Tail(source, 1);
        // Names are only compared: any byte is a letter of this alphabet, so none can break the reading.
        var zip = new ZipInputStream(counted, StandardCharsets.ISO_8859_1);
        long unpacked = 0;
        int count = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var content = new Bounded(zip, BUDGET - unpacked);
            if (!member(entry.getName(), content, counted, unpacked) || unpacked + (BUDGET - unpacked - content.left()) >= BUDGET) {
                report.finding(What.UNPACKING_GIVEN_UP, BUDGET - content.left(), counted.count());
                return;
            }
            unpacked += BUDGET - unpacked - content.left();
            if (++count >= MOST) {
                report.finding(What.MEMBERS_MANY, MOST);
                break;
            }
        }
        compare();
    }

    /** Reads a member to its end. False where more comes out than an honest archive would hold. */
    private boolean member(String name, Bounded content, Tail packed, long before) throws IOException {
        MessageDigest digest = Digest.algorithm();
        var watched = new DigestInputStream(content, digest);
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".warc.gz")) {
            new WebArchive(report).records(Look.unzipped(watched));
        } else if (lower.endsWith(".warc")) {
            new WebArchive(report).records(watched);
        } else if (name.equals("datapackage.json")) {
            promised.putAll(PackageList.digests(watched.readNBytes(PAGE)));
        } else if ((lower.endsWith(".html") || lower.endsWith(".htm")) && !textTaken) {
            textTaken = true;
            SavedPage.of(watched.readNBytes(PAGE)).report(report);
        }
        var scratch = new byte[1 << 16];
        long out = 0;
        long start = packed.count();
        for (int got = watched.read(scratch); got >= 0; got = watched.read(scratch)) {
            out += got;
            if (out > SMALL && out / Math.max(1, packed.count() - start + (1 << 16)) > RATIO || before + out >= BUDGET) {
                return false;
            }
        }
        digests.put(name, HexFormat.of().formatHex(digest.digest()));
        return true;
    }

    /** Holds the digests that the archive promises against those of its members. */
    private void compare() {
        int right = 0;
        for (var each : promised.entrySet()) {
            String found = digests.get(each.getKey());
            if (each.getValue().equals("sha256:" + found)) {
                right++;
            } else {
                report.finding(found == null ? Finding.of(What.LIST_LACKS, each.getKey(), each.getValue())
                        : Finding.of(What.LIST_DIFFERS, each.getKey(), each.getValue(), "sha256:" + found));
            }
        }
        if (!promised.isEmpty()) {
            report.finding(What.LIST_FITS, right, promised.size());
        }
    }
}
