package org.stele.vault;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The program ends, and bytes that were on their way into the vault were given up. Nothing of them was kept; their source is as it was. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class VaultClosed extends IOException {

    VaultClosed(@Nullable Exception cause) {
        super("The program is closing. Nothing was kept of these bytes, and their source is as it was: take it in again when the program runs.", cause);
    }
}
