package org.stele.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.codebook.FaultyCodebook;

class CopyPlanFileTest {

    @TempDir
    Path folder;

    @Test
    void readsAPlan() {
        CopyPlan plan = CopyPlanFile.read("vault.yaml", """
                policy: {copies: 3, places: 2, offline: 1, check-days: 20}
                main: {place: office}
                locations:
                  - {name: nas, kind: folder, path: /srv/nas/stele, place: office}
                  - {name: safe, kind: disk, path: /media/safe, place: bank}
                  - {name: berlin, kind: s3, endpoint: https://s3.example.org, bucket: stele-copies, prefix: /vault/, place: berlin,
                     credentials: env:STELE_S3_BERLIN, lock-days: 365, tolerate: [first]}
                """);
        assertThat(plan.checkDays()).isEqualTo(20);
        assertThat(plan.deletionDays()).isEqualTo(14);
        assertThat(plan.locations()).extracting(PlannedLocation::name).containsExactly("main", "nas", "safe", "berlin");
        assertThat(plan.locations()).extracting(PlannedLocation::offline).containsExactly(false, false, true, false);
        assertThat(((PlannedLocation.InBucket) plan.locations().get(3).means()).prefix()).isEqualTo("vault/");
        assertThat(plan.unattainable()).isEmpty();
        assertThat(plan.isMetBy(plan.locations().subList(0, 3))).isTrue();
        assertThat(plan.isMetBy(List.of(plan.locations().get(0), plan.locations().get(1), plan.locations().get(3)))).as("none offline").isFalse();
    }

    @Test
    void withoutAFileTheLeastThatShouldBeIsWanted() throws IOException {
        CopyPlan plan = CopyPlanFile.read(folder.resolve("vault.yaml"));
        assertThat(plan.declared()).isFalse();
        assertThat(plan.copies()).isEqualTo(3);
        assertThat(plan.unattainable()).hasSize(3);
    }

    @Test
    void tellsEveryFaultWithItsLine() {
        assertThatThrownBy(() -> CopyPlanFile.read("vault.yaml", """
                policy:
                  copies: 0
                  places: two
                  offline: 1
                  checks: 30
                main: {place: office}
                locations:
                  - {name: main, kind: folder, path: /srv/a, place: office}
                  - {name: B c, kind: tape, place: office}
                  - {name: d, kind: disk, path: media/d, place: bank}
                  - {name: e, kind: s3, endpoint: "http://s3.example.org", bucket: X, place: berlin, credentials: AKIA123}
                  - {name: f, kind: s3, endpoint: "https://s3.example.org", bucket: one, place: berlin, credentials: env:KEY}
                  - {name: g, kind: s3, endpoint: "https://s3.example.net", bucket: two, place: paris, credentials: env:KEY, tolerate: [everything]}
                  - {name: h, kind: folder, path: /srv/a/../a, place: office}
                """)).isInstanceOf(FaultyCodebook.class).satisfies(faulty -> assertThat(String.valueOf(faulty.getMessage()).lines())
                .anyMatch(each -> each.startsWith("vault.yaml:2:") && each.contains("copies"))
                .anyMatch(each -> each.startsWith("vault.yaml:3:") && each.contains("places"))
                .anyMatch(each -> each.startsWith("vault.yaml:5:") && each.contains("checks"))
                .anyMatch(each -> each.startsWith("vault.yaml:8:") && each.contains("'main' is there already"))
                .anyMatch(each -> each.startsWith("vault.yaml:9:") && each.contains("cannot be a location's name"))
                .anyMatch(each -> each.startsWith("vault.yaml:9:") && each.contains("folder, disk or s3"))
                .anyMatch(each -> each.startsWith("vault.yaml:10:") && each.contains("must begin with /"))
                .anyMatch(each -> each.startsWith("vault.yaml:11:") && each.contains("https://"))
                .anyMatch(each -> each.startsWith("vault.yaml:11:") && each.contains("bucket"))
                .anyMatch(each -> each.startsWith("vault.yaml:11:") && each.contains("never be the key") && !each.contains("AKIA"))
                .anyMatch(each -> each.startsWith("vault.yaml:13:") && each.contains("same credentials as that of line 12"))
                .anyMatch(each -> each.startsWith("vault.yaml:13:") && each.contains("cannot be tolerated"))
                .anyMatch(each -> each.startsWith("vault.yaml:14:") && each.contains("same folder")));
    }
}
