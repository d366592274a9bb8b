package org.stele.inspection;

import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came back from the process so far. */
final class Answer {
    private String type = "application/octet-stream";
    private @Nullable String claimedType;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable Fingerprint fingerprint;
    private @Nullable View view;
    private @Nullable String text;
    private boolean done;

    /** Reads to the end, or to where the other side broke off, which throws; what was read until then stays. */
    void read(DataInputStream in) throws IOException {
        for (int next = in.read(); next >= 0 && !done; next = done ? -1 : in.read()) {
            part(Wire.constant(Wire.Part.values(), next), in);
        }
        if (!done) {
            throw new IOException("no end");
        }
    }

    private void part(Wire.Part part, DataInputStream in) throws IOException {
        switch (part) {
            case TYPE -> {
                type = Wire.text(in, 300);
                String claimed = Wire.text(in, 300);
                claimedType = claimed.isEmpty() ? null : claimed;
            }
            case CLAIM -> keep(claims, Limits.CLAIMS, new Claim(Wire.constant(Claim.About.values(), in.readUnsignedByte()),
                    Wire.text(in, Limits.VALUE + 1), Wire.text(in, 300)));
            case FINDING -> keep(findings, 100, Wire.finding(in));
            case FINGERPRINT -> fingerprint = readFingerprint(in);
            case VIEW -> view = Wire.view(in);
            case TEXT -> text = Wire.text(in, Limits.TEXT + 1);
            case MEMBER -> keep(members, Limits.MEMBERS, new Member(Wire.text(in, Limits.VALUE + 1), in.readLong()));
            case DONE -> done = true;
        }
    }

    private static Fingerprint readFingerprint(DataInputStream in) throws IOException {
        try {
            return Wire.fingerprint(in);
        } catch (IllegalArgumentException wrong) {
            throw new IOException(wrong.getMessage());
        }
    }

    private static <T> void keep(List<T> list, int most, T value) throws IOException {
        if (list.size() >= most) {
            throw new IOException("more parts than are allowed");
        }
        list.add(value);
    }

    boolean done() {
        return done;
    }

    String type() {
        return type;
    }

    @Nullable View view() {
        return view;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    Inspection inspection(Held isolation, Duration took) {
        return new Inspection(type, claimedType, claims, fingerprint, view, List.of(), text, members, findings, isolation, took);
    }
}
