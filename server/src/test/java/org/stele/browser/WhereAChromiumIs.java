package org.stele.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips the browser tests where there is no browser, and says so in a way nobody overlooks. */
final class WhereAChromiumIs implements ExecutionCondition {

    private static boolean said;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.installed().isPresent()) {
            return ConditionEvaluationResult.enabled("a Chromium is installed");
        }
        say();
        return ConditionEvaluationResult.disabled("NO CHROMIUM: install one (Debian: apt install chromium) or name one in STELE_CHROMIUM");
    }

    private static synchronized void say() {
        if (!said) {
            said = true;
            System.out.println("""

                    ******************************************************************************
                    *  NO CHROMIUM FOUND: THE PAGES ARE NOT TESTED IN A BROWSER, NOR BY AXE.      *
                    *  Install one (Debian: apt install chromium) or name one in STELE_CHROMIUM.  *
                    ******************************************************************************
                    """);
        }
    }
}
