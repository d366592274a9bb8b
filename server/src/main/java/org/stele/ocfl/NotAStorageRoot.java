package org.stele.ocfl;

import java.io.IOException;

/** A folder that cannot take objects: it holds other things, or another layout. */
public final class NotAStorageRoot extends IOException {
    NotAStorageRoot(String message) {
        super(message);
    }
}
