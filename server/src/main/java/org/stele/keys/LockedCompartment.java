package org.stele.keys;

/** The private part of a compartment's key is not to be had on this machine: things can be put in, and not taken out. */
public final class LockedCompartment extends RuntimeException {
    private final Compartment compartment;

    LockedCompartment(Compartment compartment, String why) {
        super("The compartment '" + compartment.code() + "' is locked here: " + why
                + ". What is in it is safe; read it where its private key is, or bring the key here with 'stele keys recover' and three shares.");
        this.compartment = compartment;
    }

    public Compartment compartment() {
        return compartment;
    }
}
