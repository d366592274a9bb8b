package org.stele.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlTest {

    @Test
    void nothingThatSomebodyWroteIsMarkupInTextOrInQuotesOfEitherKind() {
        assertThat(Xml.escape("<a b=\"c\" d='e'>&")).isEqualTo("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
        assertThat(Xml.escape("آن\t\n")).isEqualTo("آن\t\n");
    }

    @Test
    void aCharacterThatXmlCannotHoldIsShownAsReplaced() {
        assertThat(Xml.escape("a\0b\uD800c\uFFFEd\uD83D\uDE00")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uD83D\uDE00");
    }
}
