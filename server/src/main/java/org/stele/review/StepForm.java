package org.stele.review;

import org.stele.review.CasePages.Incomplete;

/** A step as a form sends it. @param step its code, such as {@code hand-over} */
record StepForm(String step, FormFields form) {

    /** Whether it is for a second person. */
    boolean decides() {
        return step.equals("document") || step.equals("give-back");
    }

    /** Whether the reason must be said. */
    boolean needsWhy() {
        return step.equals("give-back") || step.equals("exclude") || step.equals("reopen") || step.equals("hand-over");
    }

    Step read() {
        return switch (step) {
            case "claim" -> new Step.Claim();
            case "hand-over" -> new Step.HandOver(needed("to"));
            case "release" -> new Step.Release();
            case "begin" -> new Step.Begin();
            case "wait" -> new Step.Wait(needed("what"));
            case "resume" -> new Step.Resume();
            case "propose" -> new Step.Propose();
            case "withdraw" -> new Step.Withdraw();
            case "document" -> new Step.Document();
            case "give-back" -> new Step.GiveBack();
            case "exclude" -> {
                Integer duplicateOf = form.number("duplicate-of", 1, Integer.MAX_VALUE);
                yield new Step.Exclude(needed("reason"), duplicateOf == null ? null : duplicateOf.longValue());
            }
            case "reopen" -> new Step.Reopen();
            default -> throw new Incomplete("review.no-such-step");
        };
    }

    private String needed(String field) {
        String text = form.text(field);
        if (text.isEmpty()) {
            throw new Incomplete("review.needs." + field);
        }
        return text;
    }
}
