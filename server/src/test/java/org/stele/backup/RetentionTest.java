package org.stele.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stele.backup.BackupPlace.Named;

class RetentionTest {
    enum Kind { WHOLE, WITHOUT_ORIGINALS, LACKS_ONE }

    @Test
    void ofEverySequenceOfSevenSoManyWholeOnesStayAndTheNewestWholeOneAlways() {
        for (int length = 0; length <= 7; length++) {
            for (int number = 0; number < Math.pow(3, length); number++) {
                List<Kind> kinds = new ArrayList<>();
                for (int at = 0, rest = number; at < length; at++, rest /= 3) {
                    kinds.add(Kind.values()[rest % 3]);
                }
                for (int keep = 1; keep <= 4; keep++) {
                    check(kinds, keep);
                }
            }
        }
    }

    private static void check(List<Kind> kinds, int keep) {
        List<Named> all = backups(kinds);
        List<Named> gone = Retention.superfluous(all, keep);
        List<Named> stay = all.subList(gone.size(), all.size());
        assertThat(gone).as("the oldest go").isEqualTo(all.subList(0, gone.size()));
        long whole = whole(all);
        assertThat(whole(stay)).isEqualTo(whole == 0 || gone.isEmpty() ? whole : keep);
        assertThat(stay.size()).isGreaterThanOrEqualTo(Math.min(keep, all.size()));
        if (whole >= keep) {
            assertThat(stay.getFirst().index().whole()).as("no more stay than asked for").isTrue();
        } else if (whole > 0) {
            assertThat(gone).isEmpty();
        }
    }

    private static long whole(List<Named> backups) {
        return backups.stream().filter(each -> each.index().whole()).count();
    }

    private static List<Named> backups(List<Kind> kinds) {
        List<Named> all = new ArrayList<>();
        for (Kind each : kinds) {
            all.add(new Named("backup-" + all.size(), new BackupIndex(1, "2020-11-24T00:00:00Z", "test", "", List.of(), "",
                    each == Kind.WITHOUT_ORIGINALS ? "none" : "new", each == Kind.LACKS_ONE ? 1 : 0, List.of())));
        }
        return all;
    }
}
