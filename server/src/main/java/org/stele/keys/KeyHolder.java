package org.stele.keys;

/**
 * A place where wrapped keys are kept, for instance a table. A rotation asks every such place (each is a bean) to exchange what an older
 * version of a compartment's key wrapped; what the data keys encrypt is not touched.
 */
public interface KeyHolder {
    /** What it holds, for a person: {@code blobs}. */
    String name();

    /**
     * Exchanges every wrapped key of the compartment whose version is below {@code newest}, durably; a call that was cut off is simply
     * repeated.
     *
     * @return how many were exchanged
     */
    long exchange(Compartment compartment, int newest, Exchange exchange);

    /** Wraps one key again. */
    @FunctionalInterface
    interface Exchange {
        /** @param context the context it was wrapped with */
        WrappedKey again(WrappedKey old, String context);
    }
}
