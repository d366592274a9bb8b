package org.stele.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says at the start of the fault suite what it cannot do on this machine, and at its end what was done, what came out and what was left out. */
public final class FaultReport implements TestExecutionListener {

    /** Tests that have it belong to the suite and are left out of an ordinary run. */
    public static final String TAG = "faults";

    private static final String LINE = "=".repeat(120);
    private static final List<String> SAID = Collections.synchronizedList(new ArrayList<>());

    private final List<String> leftOut = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private int passed;
    private boolean suite;

    /** A figure of a case that was run, for the report at the end. */
    public static void say(String line) {
        SAID.add(line);
        System.out.println("fault suite: " + line);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        suite = plan.getRoots().stream().flatMap(root -> plan.getDescendants(root).stream()).anyMatch(FaultReport::isFault);
        if (suite) {
            List<String> lacking = Machine.lacking();
            print("FAULT SUITE begins on " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                    + Runtime.getRuntime().availableProcessors() + " processors, Java " + Runtime.version(),
                    lacking.isEmpty() ? List.of("Nothing is left out.") : lacking.stream().map(each -> "LEFT OUT: what needs " + each).toList());
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (suite && test.isTest() && isFault(test)) {
            switch (result.getStatus()) {
                case SUCCESSFUL -> passed++;
                case ABORTED -> leftOut.add(test.getDisplayName() + ": " + result.getThrowable().map(Throwable::getMessage).orElse("?"));
                case FAILED -> failed.add(test.getDisplayName() + ": " + result.getThrowable().map(Throwable::toString).orElse("?"));
            }
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        if (suite && isFault(test)) {
            leftOut.add(test.getDisplayName() + ": " + reason);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (suite) {
            List<String> lines = new ArrayList<>(SAID);
            leftOut.forEach(each -> lines.add("LEFT OUT: " + each));
            failed.forEach(each -> lines.add("FAILED: " + each));
            print("FAULT SUITE ended: %d passed, %d failed, %d left out".formatted(passed, failed.size(), leftOut.size()), lines);
        }
    }

    private static boolean isFault(TestIdentifier test) {
        return test.getTags().contains(TestTag.create(TAG));
    }

    private static void print(String title, List<String> lines) {
        System.out.println("\n" + LINE + "\n" + title + "\n  " + String.join("\n  ", lines) + "\n" + LINE + "\n");
        System.out.flush();
    }
}
