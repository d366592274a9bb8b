package org.stele.vault;

/** Shows how far work on copies has come. */
@FunctionalInterface
public interface CopyProgress {

    /** Shows nothing. */
    CopyProgress NONE = (location, work) -> { };

    /** Called after every piece that moved and every copy that is done, from any thread. */
    void at(String location, CopyReport.Work soFar);
}
