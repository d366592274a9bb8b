package org.stele.review;

import java.util.Objects;
import org.stele.review.Obstacle.Kind;

/** Which step may follow when, and what becomes of the case: pure. What a proposal must hold is the {@link Gate}'s, who may decide {@link FourEyes}'. */
final class CaseSteps {

    private CaseSteps() {
    }

    /** @throws Obstructed if the step does not follow */
    static Case after(Case now, Step step, String by) {
        return switch (step) {
            case Step.Claim _ -> claim(now, by);
            case Step.HandOver(String to) -> {
                needs(now.state().open() && now.state() != CaseState.PROPOSED);
                yield (now.state() == CaseState.RECEIVED ? now.in(CaseState.ASSIGNED) : now).of(to);
            }
            case Step.Release _ -> {
                needs(now.state() == CaseState.ASSIGNED);
                own(now, by);
                yield now.in(CaseState.RECEIVED).of(null);
            }
            case Step.Begin _ -> worked(now, by, CaseState.ASSIGNED).in(CaseState.VERIFYING);
            case Step.Wait(String what) -> worked(now, by, CaseState.VERIFYING).waitingFor(what.strip());
            case Step.Resume _ -> worked(now, by, CaseState.WAITING).in(CaseState.VERIFYING);
            case Step.Propose _ -> worked(now, by, CaseState.VERIFYING).in(CaseState.PROPOSED);
            case Step.Withdraw _ -> worked(now, by, CaseState.PROPOSED).in(CaseState.VERIFYING);
            case Step.GiveBack _ -> {
                needs(now.state() == CaseState.PROPOSED);
                yield now.in(CaseState.VERIFYING);
            }
            case Step.Document _ -> {
                needs(now.state() == CaseState.PROPOSED);
                yield now.documentedAs(now.incident());
            }
            case Step.Exclude(String reason, Long duplicateOf) -> {
                needs(now.state().open() && now.state() != CaseState.PROPOSED && now.assignee() != null);
                own(now, by);
                yield now.excluded(reason, duplicateOf);
            }
            case Step.Reopen _ -> {
                needs(!now.state().open());
                yield now.in(CaseState.VERIFYING).of(by);
            }
        };
    }

    private static Case claim(Case now, String by) {
        needs(now.state() == CaseState.RECEIVED || now.state() == CaseState.ASSIGNED);
        if (now.assignee() != null && !now.assignee().equals(by)) {
            throw new Obstructed(Kind.TAKEN, now.assignee());
        }
        return now.in(CaseState.ASSIGNED).of(by);
    }

    private static Case worked(Case now, String by, CaseState state) {
        needs(now.state() == state);
        own(now, by);
        return now;
    }

    private static void needs(boolean follows) {
        if (!follows) {
            throw new Obstructed(Kind.NOT_NOW);
        }
    }

    private static void own(Case now, String by) {
        if (!Objects.equals(now.assignee(), by)) {
            throw new Obstructed(Kind.NOT_YOURS, String.valueOf(now.assignee()));
        }
    }
}
