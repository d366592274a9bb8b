package org.stele;

/** The program's one entry: what {@code ./stele} runs. */
public final class Stele {
    private Stele() {
    }

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.err.println("stele: no commands yet");
        System.exit(2);
    }
}
