package org.stele.inspection;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The list at the end of a zip archive: what it says is inside. Nothing is unpacked by it; it is read for what a program that did
 * unpack it would be led to do.
 */
final class ZipList {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LINK = 0120000;
    private static final int FILE_KIND = 0170000;
    private static final long MUCH = 10L << 30;
    private static final int RATIO = 200;
    private static final long SMALL = 100L << 20;

    private final byte[] tail;
    private final long length;
    private final List<String> leadingOut = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final List<String> twice = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private long packed;
    private long unpacked;
    private int archives;

    /** The archive's last bytes and its length in bytes. */
    ZipList(byte[] tail, long length) {
        this.tail = tail;
        this.length = length;
    }

    /** Whether these last bytes are those of a zip archive. */
    static boolean endsAsZip(byte[] tail) {
        return end(tail) >= 0;
    }

    private static int end(byte[] tail) {
        ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
        int least = Math.max(0, tail.length - END_LENGTH - 0xffff);
        for (int at = tail.length - END_LENGTH; at >= least; at--) {
            if (bytes.getInt(at) == END && (bytes.getShort(at + 20) & 0xffff) == tail.length - at - END_LENGTH) {
                return at;
            }
        }
        return -1;
    }

    void report(Report report) {
        int end = end(tail);
        if (end < 0) {
            report.finding(What.LIST_MISSING);
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
        int told = bytes.getShort(end + 10) & 0xffff;
        long size = bytes.getInt(end + 12) & 0xffffffffL;
        // A very large archive's true numbers stand elsewhere; the list still ends where this begins, give or take that record.
        long from = end - size;
        if (from < 0 || size == 0xffffffffL) {
            report.finding(What.LIST_TOO_LONG, told);
            return;
        }
        int count = entries(bytes, (int) from, end, report);
        if (count < told && told != 0xffff) {
            report.finding(What.LIST_COUNT, told, count);
        }
        findings(report, count);
    }

    private int entries(ByteBuffer bytes, int from, int end, Report report) {
        int count = 0;
        int at = from;
        while (at + ENTRY_LENGTH <= end && bytes.getInt(at) == ENTRY) {
            int nameLength = bytes.getShort(at + 28) & 0xffff;
            int next = at + ENTRY_LENGTH + nameLength + (bytes.getShort(at + 30) & 0xffff) + (bytes.getShort(at + 32) & 0xffff);
            if (next > end) {
                break;
            }
            long long32 = 0xffffffffL;
            long packedHere = bytes.getInt(at + 20) & long32;
            long unpackedHere = bytes.getInt(at + 24) & long32;
            String name = name(bytes, at + ENTRY_LENGTH, nameLength, (bytes.getShort(at + 8) & 0x800) != 0);
            entry(name, packedHere == long32 ? 0 : packedHere, unpackedHere == long32 ? MUCH : unpackedHere, bytes.getInt(at + 38) >>> 16);
            report.member(new Member(name, unpackedHere == long32 ? -1 : unpackedHere));
            count++;
            at = next;
        }
        return count;
    }

    private void entry(String name, long packedHere, long unpackedHere, int mode) {
        packed += packedHere;
        unpacked += unpackedHere;
        if (NameCheck.leadsOut(name) || Shown.misleads(name)) {
            leadingOut.add(name);
        }
        if ((mode & FILE_KIND) == LINK) {
            links.add(name);
        }
        if (!names.add(name)) {
            twice.add(name);
        }
        if (name.toLowerCase(Locale.ROOT).matches("(?s).*\\.(zip|7z|rar|gz|tgz|bz2|xz|tar|jar)")) {
            archives++;
        }
    }

    private void findings(Report report, int count) {
        say(report, leadingOut, What.MEMBERS_LEAD_OUT);
        say(report, links, What.MEMBERS_LINKS);
        say(report, twice, What.MEMBERS_TWICE);
        if (packed > length) {
            report.finding(What.MEMBERS_OVERLAP, packed, length);
        }
        if (unpacked >= MUCH || unpacked > SMALL && unpacked / Math.max(1, length) > RATIO) {
            report.finding(What.MEMBERS_MUCH, count, unpacked, length);
        }
        if (archives > 0) {
            report.finding(What.MEMBERS_ARCHIVES, archives);
        }
    }

    private static void say(Report report, List<String> names, What what) {
        if (!names.isEmpty()) {
            report.finding(what, names.size(), String.join(", ", names.stream().limit(5).toList()) + (names.size() > 5 ? ", …" : ""));
        }
    }

    private static String name(ByteBuffer bytes, int at, int nameLength, boolean unicode) {
        ByteBuffer raw = bytes.slice(at, nameLength);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(raw.duplicate()).toString();
        } catch (CharacterCodingException other) {
            // What older programs write, unless they say that it is UTF-8.
            return (unicode || !Charset.isSupported("IBM437") ? StandardCharsets.ISO_8859_1 : Charset.forName("IBM437")).decode(raw).toString();
        }
    }
}
