package org.stele.register;

import org.jspecify.annotations.Nullable;

/**
 * Who or what told us.
 *
 * @param kind         code of the codebook's source kinds
 * @param name         what the organisation calls it
 * @param confidential whether its identity is confidential
 * @param note         origin, licence, how it was reached
 */
public record Source(String kind, String name, boolean confidential, @Nullable String note) {
}
