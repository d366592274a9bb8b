package org.stele.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stele.access.TestAccounts;
import org.stele.fixity.Digest;

/** Somebody sends a file from a browser over a connection that breaks. */
@ExtendWith(WhereAChromiumIs.class)
class SendingTest {

    static LiveSite site;
    static Chromium chromium;

    @BeforeAll
    static void open() throws Exception {
        site = LiveSite.get();
        chromium = Chromium.one();
    }

    @Test
    void aFileArrivesWholeWhereAnAnswerWasLostAndAPieceAltered() {
        try (Tab tab = form("/en")) {
            choose(tab, 1, 20_000_000);
            // The second piece is kept, but the sender does not hear so; the third is altered on the way.
            tab.run("""
                    (() => {
                      const real = window.fetch;
                      window.sent = [];
                      window.fetch = async (address, asked) => {
                        if (asked?.method !== 'PATCH') return real(address, asked);
                        sent.push(asked.headers['Upload-Offset']);
                        if (sent.length === 3) asked = {...asked, body: asked.body.map((byte, i) => i === 5 ? byte ^ 1 : byte)};
                        const answer = await real(address, asked);
                        if (sent.length === 2) throw new TypeError('lost');
                        return answer;
                      };
                    })()""");
            submitAndAwait(tab, "location.pathname.match(/evidence.[0-9]+$/)");

            assertThat(tab.reads(".digest")).isEqualTo(digest(1, 20_000_000));
            assertThat(tab.refusals()).isEmpty();
        }
    }

    @Test
    void afterThePageWasClosedTheSameFileGoesOnWhereItStopped() {
        try (Tab tab = form("/ar")) {
            choose(tab, 2, 20_000_000);
            tab.run("""
                    (() => {
                      const real = window.fetch;
                      let pieces = 0;
                      window.fetch = (address, asked) => asked?.method === 'PATCH' && ++pieces > 1 ? new Promise(() => window.hung = true) : real(address, asked);
                    })()""");
            submitAndAwait(tab, "window.hung");
            assertThat(tab.reads(".sending")).contains("سؤال.mp4").contains("8");
            assertThat(tab.run("document.documentElement.scrollWidth <= innerWidth").asBoolean()).isTrue();

            tab.go(site.at("/ar/desk/evidence/new"));
            fill(tab);
            choose(tab, 2, 20_000_000);
            tab.run("""
                    (() => {
                      const real = window.fetch;
                      window.fetch = (address, asked) => {
                        if (asked?.method === 'PATCH') sessionStorage.offsets = (sessionStorage.offsets || '') + ' ' + asked.headers['Upload-Offset'];
                        return real(address, asked);
                      };
                    })()""");
            submitAndAwait(tab, "location.pathname.match(/evidence.[0-9]+$/)");

            assertThat(tab.run("sessionStorage.offsets").asString()).as("only what was missing").isEqualTo(" 8388608 16777216");
            assertThat(tab.reads(".digest")).isEqualTo(digest(2, 20_000_000));
            assertThat(tab.run("Object.keys(localStorage).length").asInt()).as("nothing is left of it in the browser").isZero();
        }
    }

    @Test
    void whatIsWrongIsSaidInTheReadersLanguageBeforeAByteIsSent() {
        try (Tab tab = form("/ar")) {
            choose(tab, 3, 1_000);
            tab.fill("[name=attach]", "victim:999999");
            submitAndAwait(tab, "document.querySelector('.sending [role=status]').innerText.includes('victim:999999')");

            assertThat(tab.reads(".sending [role=status]")).contains("لا يوجد");
        }
    }

    @Test
    void whoStopsLeavesNothingBehind() {
        try (Tab tab = form("/en")) {
            choose(tab, 4, 20_000_000);
            tab.run("(() => { const real = window.fetch; window.fetch = async (a, b) => { const answer = await real(a, b); "
                    + "if (b?.method === 'PATCH') document.querySelector('[name=stop]').click(); return answer; }; })()");
            submitAndAwait(tab, "document.querySelector('.sending [role=status]').innerText.startsWith('Stopped')");

            assertThat(tab.run("Object.keys(localStorage).length").asInt()).isZero();
            assertThat(site.sql().sql("select count(*) from upload where state = 'stopped' and received > 0").query(Long.class).single()).isPositive();
        }
    }

    private Tab form(String language) {
        Tab tab = chromium.tab();
        tab.go(site.at("/en/sign-in")).fill("[name=account]", "amal").fill("[name=password]", LiveSite.PASSWORD).fill("[name=code]", TestAccounts.code()).follow("main button");
        tab.go(site.at(language + "/desk/evidence/new"));
        fill(tab);
        return tab;
    }

    private static void fill(Tab tab) {
        tab.run("document.querySelector('[name=kind]').selectedIndex = 1");
        tab.fill("[name=source]", "a neighbour").fill("[name=consent]", "internal");
    }

    /** Chooses a file whose bytes follow from a seed. */
    private static void choose(Tab tab, int seed, int length) {
        tab.run("""
                (() => {
                  const bytes = new Uint8Array(%d);
                  for (let i = 0, x = %d; i < bytes.length; i++) { x = (Math.imul(x, 1103515245) + 12345) & 0x7fffffff; bytes[i] = x >> 16; }
                  const chosen = new DataTransfer();
                  chosen.items.add(new File([bytes], 'سؤال.mp4', {lastModified: 1600000000000}));
                  document.querySelector('[name=file]').files = chosen.files;
                })()""".formatted(length, seed));
    }

    private static String digest(int seed, int length) {
        byte[] bytes = new byte[length];
        int x = seed;
        for (int i = 0; i < length; i++) {
            x = (x * 1103515245 + 12345) & 0x7fffffff;
            bytes[i] = (byte) (x >> 16);
        }
        return Digest.of(bytes).sha256();
    }

    private static void submitAndAwait(Tab tab, String condition) {
        tab.run("document.querySelector('form.upload').requestSubmit()");
        for (int i = 0; i < 300; i++) {
            try {
                if (tab.run("!!(" + condition + ") && document.readyState === 'complete'").asBoolean()) {
                    return;
                }
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } catch (IllegalStateException between) {
                // Between two pages.
            }
        }
        throw new AssertionError("Waited for " + condition + "; the page says: " + tab.reads("main"));
    }
}
