package org.stele.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import org.stele.database.Refusal;

class BackupStateTest {
    static final Instant NOON = Instant.parse("2020-11-24T12:00:00Z");
    static final BackupState.Plan DAILY = new BackupState.Plan(Duration.ofHours(24), "/media/disk", 7, NOON);

    @TempDir
    Path data;

    @Test
    void oneIsOwedAtOnceAndThenEachTimeTheTimeHasPassedAndOverdueHalfOfItLater() {
        BackupState fresh = new BackupState(DAILY, null, null, null);
        assertThat(fresh.isToBeWritten(NOON)).isTrue();
        assertThat(fresh.isOverdue(NOON.plusSeconds(60))).isFalse();
        BackupState.Done done = new BackupState.Done(NOON, "/media/disk", "a", 5);
        BackupState daily = new BackupState(DAILY, done, done, null);
        assertThat(daily.isToBeWritten(NOON.plus(Duration.ofHours(23)))).isFalse();
        assertThat(daily.isToBeWritten(NOON.plus(Duration.ofHours(24)))).isTrue();
        assertThat(daily.isOverdue(NOON.plus(Duration.ofHours(36)))).isFalse();
        assertThat(daily.isOverdue(NOON.plus(Duration.ofHours(37)))).isTrue();
        assertThat(daily.needsSomebody(NOON.plus(Duration.ofHours(37)))).isTrue();
        assertThat(daily.words(NOON.plus(Duration.ofHours(37)))).contains("OVERDUE since 2020-11-25T12:00:00Z", "/media/disk", "7 stay");
    }

    @Test
    void aFailureIsToldAtOnceAndTriedAgainAfterAWhile() {
        BackupState failed = new BackupState(DAILY, null, null, new BackupState.Failed(NOON, "no room"));
        assertThat(failed.needsSomebody(NOON)).isTrue();
        assertThat(failed.words(NOON)).contains("FAILED", "no room");
        assertThat(failed.isToBeWritten(NOON.plusSeconds(60))).isFalse();
        assertThat(failed.isToBeWritten(NOON.plusSeconds(601))).isTrue();
    }

    @Test
    void withoutAPlanAMonthOldBackupByHandNeedsSomebody() {
        BackupState none = BackupState.NOTHING;
        assertThat(none.needsSomebody(NOON)).isFalse();
        assertThat(none.words(NOON)).contains("none was written yet", "none is planned");
        BackupState byHand = new BackupState(null, new BackupState.Done(NOON, "/media/disk", "a", 5), null, null);
        assertThat(byHand.needsSomebody(NOON.plus(Duration.ofDays(30)))).isFalse();
        assertThat(byHand.needsSomebody(NOON.plus(Duration.ofDays(32)))).isTrue();
    }

    @Test
    void theRecordOutlivesARestartAndAnotherPlanBeginsAnew() throws Exception {
        StateFile file = new StateFile(data);
        file.planned(DAILY);
        BackupState.Done done = new BackupState.Done(NOON, "/media/disk", "a", 5);
        file.done(done, true);
        file.failed(new BackupState.Failed(NOON, "no room"));
        file.planned(new BackupState.Plan(Duration.ofHours(24), "/media/disk", 9, NOON.plusSeconds(99)));
        assertThat(file.read()).isEqualTo(new BackupState(new BackupState.Plan(Duration.ofHours(24), "/media/disk", 9, NOON), done, done,
                new BackupState.Failed(NOON, "no room")));
        file.planned(new BackupState.Plan(Duration.ofHours(12), "/media/disk", 9, NOON));
        assertThat(file.read().lastPlanned()).isNull();
        assertThat(file.read().last()).isEqualTo(done);
        Files.writeString(data.resolve("backup-state.json"), "{");
        assertThat(file.read()).isEqualTo(BackupState.NOTHING);
    }

    @Test
    void aPlanThatMakesNoSenseKeepsTheServerFromStarting() {
        assertThat(BackupSchedule.plan(new MockEnvironment())).isNull();
        assertThat(BackupSchedule.plan(plan("7d", "location:berlin", "4"))).matches(plan -> plan.every().equals(Duration.ofDays(7))
                && plan.keep() == 4);
        for (MockEnvironment wrong : new MockEnvironment[] {plan("often", "/media/disk", "4"), plan("24h", "", "4"), plan("", "/media/disk",
                "4"), plan("24h", "/media/disk", "0"),
            plan("24h", "/media/disk", "few")}) {
            assertThatThrownBy(() -> BackupSchedule.plan(wrong)).isInstanceOf(Refusal.class).hasMessageContaining("stele.backup.");
        }
    }

    private static MockEnvironment plan(String every, String to, String keep) {
        MockEnvironment environment = new MockEnvironment().withProperty("stele.backup.every", every).withProperty("stele.backup.to",
                to).withProperty("stele.backup.keep", keep);
        environment.setConversionService((org.springframework.core.convert.support.ConfigurableConversionService) org.springframework.boot.convert.ApplicationConversionService.getSharedInstance());
        return environment;
    }
}
