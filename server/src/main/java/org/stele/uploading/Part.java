package org.stele.uploading;

import java.util.UUID;

/**
 * Bytes of an upload that lie in one file.
 *
 * @param start  where they begin in the whole
 * @param length plain bytes, at least one
 */
record Part(long start, long length, UUID file) {
}
