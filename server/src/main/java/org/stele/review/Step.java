package org.stele.review;

import org.jspecify.annotations.Nullable;

/** What somebody does with a case. Each step leaves a version with who, when and why. */
public sealed interface Step {

    /** Take it on oneself. */
    record Claim() implements Step {
    }

    /** Give it to a colleague. @param to the colleague's account */
    record HandOver(String to) implements Step {
    }

    /** Put it back where everybody can claim it. */
    record Release() implements Step {
    }

    /** Begin to find out what happened. */
    record Begin() implements Step {
    }

    /** Leave it until a source answers. @param what what it waits for, in words */
    record Wait(String what) implements Step {
    }

    /** Go on after waiting. */
    record Resume() implements Step {
    }

    /** Say that all is found and ask for a second person. */
    record Propose() implements Step {
    }

    /** Take a proposal back, by who made it. */
    record Withdraw() implements Step {
    }

    /** Verify what another person proposed: it stands in the register from now on. */
    record Document() implements Step {
    }

    /** Give a proposal back to who made it, for the reason that stands with the step. */
    record GiveBack() implements Step {
    }

    /**
     * Record it and do not count it.
     *
     * @param reason      code of the codebook's exclusions
     * @param duplicateOf id of the case it repeats, if that is the reason
     */
    record Exclude(String reason, @Nullable Long duplicateOf) implements Step {
    }

    /** Take up again what was decided. What is in the register stays until the next decision. */
    record Reopen() implements Step {
    }
}
