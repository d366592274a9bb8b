package org.stele.demonstration;

/**
 * What one cell must come to.
 *
 * @param torture         of the killed, those killed by torture
 * @param tortureChildren of these, children; all others are men
 * @param massacres       incidents with as many killed as make a massacre
 */
record Quota(Cell cell, Toll toll, int torture, int tortureChildren, int massacres) {

    Quota {
        if (tortureChildren > toll.children() || torture - tortureChildren > toll.men()) {
            throw new IllegalArgumentException(cell + ": " + toll + " cannot hold " + torture + " killed by torture");
        }
    }

    /** The killed who were not in custody. */
    int attacked() {
        return toll.killed() - torture;
    }
}
