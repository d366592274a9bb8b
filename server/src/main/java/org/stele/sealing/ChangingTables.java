package org.stele.sealing;

import java.util.Set;

/**
 * Tables whose rows change in place. Every state of such a row has an entry of its own, written with it; the last of them is in force, and
 * the row as it is now must be what it says. That a row was removed is an entry too.
 */
final class ChangingTables {

    static final Set<String> ALL = Set.of("account", "import_run", "location", "deletion", "blob_key", "message_key", "account_request",
            "authenticator", "recovery_code", "user_entities", "user_credentials", "erasure_request");

    /** Columns of which only the SHA-256 is sealed: who proves the row to somebody shows its canonical form, and secrets are in none. */
    static final Set<String> AS_DIGEST = Set.of("account.password");

    /** Columns that only say when something was looked at or used last; and an encrypted half of a password that is destroyed. */
    static final Set<String> LEFT_OUT = Set.of("location.seen_at", "location.away_why", "account_request.half", "authenticator.last_step",
            "recovery_code.used_at", "user_credentials.signature_count", "user_credentials.last_used", "user_credentials.backup_state");

    private ChangingTables() {
    }
}
