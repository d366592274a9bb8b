package org.stele.access;

import java.io.Serializable;
import java.security.Principal;

/** What a session remembers of who signed in: no role, for that is asked of the register at every request. */
record SignedIn(String name, int generation, Proofs proofs) implements Principal, Serializable {

    @Override
    public String getName() {
        return name;
    }

    static SignedIn as(Account account, Proofs proofs) {
        return new SignedIn(account.name(), account.generation(), proofs);
    }
}
