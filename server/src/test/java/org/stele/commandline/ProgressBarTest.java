package org.stele.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    @Test
    void aTerminalSeesABarOfRowsRateAndTimeLeftThatVanishesAtTheEnd() throws InterruptedException {
        StringWriter out = new StringWriter();
        ProgressBar bar = new ProgressBar(new PrintWriter(out), true);
        bar.at(0, 3_000);
        Thread.sleep(20);
        bar.at(1_000, 3_000);
        assertThat(out.toString()).startsWith("\r░").contains("██████████░░░░░░░░░░░░░░░░░░░░ 1,000 of 3,000 rows, ").contains(" rows/s, ").endsWith(" left");
        bar.end();
        assertThat(out.toString()).endsWith("\r").doesNotContain("\n");
    }

    @Test
    void elsewhereShortWorkIsDoneInSilence() {
        StringWriter out = new StringWriter();
        ProgressBar bar = new ProgressBar(new PrintWriter(out), false);
        bar.at(0, 10);
        bar.at(10, 10);
        bar.end();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void timeIsToldInMinutesFromOneOn() {
        assertThat(ProgressBar.time(42)).isEqualTo("42 s");
        assertThat(ProgressBar.time(185)).isEqualTo("3 min 5 s");
    }
}
