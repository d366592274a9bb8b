package org.stele.inspection;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes down each thing as soon as it is found, so that whatever comes later and fails takes nothing back. Too many claims or members
 * are dropped, too long ones cut.
 */
final class Report {
    private final DataOutputStream out;
    private int claims;
    private int members;
    private int findings;

    Report(DataOutputStream out) {
        this.out = out;
    }

    interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    private void part(Wire.Part part, Body body) {
        try {
            out.writeByte(part.ordinal());
            body.write(out);
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    void type(String type, String claimedType) {
        part(Wire.Part.TYPE, to -> {
            Wire.text(to, Shown.atMost(200, type));
            Wire.text(to, Shown.atMost(200, claimedType));
        });
    }

    void claim(Claim.About about, String value, String tag) {
        if (value.isBlank() || claims++ >= Limits.CLAIMS) {
            return;
        }
        part(Wire.Part.CLAIM, to -> {
            to.writeByte(about.ordinal());
            Wire.text(to, Shown.atMost(Limits.VALUE, value.strip()));
            Wire.text(to, Shown.atMost(200, tag));
        });
    }

    void finding(What what, Object... values) {
        finding(Finding.of(what, values));
    }

    void finding(Finding finding) {
        if (findings++ < 100) {
            part(Wire.Part.FINDING, to -> Wire.finding(to, finding));
        }
    }

    void fingerprint(Fingerprint fingerprint) {
        part(Wire.Part.FINGERPRINT, to -> Wire.fingerprint(to, fingerprint));
    }

    void view(View view) {
        part(Wire.Part.VIEW, to -> Wire.view(to, view));
    }

    void text(String text) {
        part(Wire.Part.TEXT, to -> Wire.text(to, Shown.atMost(Limits.TEXT, text)));
    }

    void member(Member member) {
        if (members++ >= Limits.MEMBERS) {
            return;
        }
        part(Wire.Part.MEMBER, to -> {
            Wire.text(to, Shown.atMost(Limits.VALUE, member.name()));
            to.writeLong(member.length());
        });
    }

    void done() {
        part(Wire.Part.DONE, to -> { });
    }
}
