package org.stele.inspection;

/**
 * A file inside an archive, as the archive's own list names it; nothing is ever unpacked under that name.
 *
 * @param name as given; may be anything
 * @param length in bytes when unpacked, as the archive says; -1 where it does not
 */
public record Member(String name, long length) {
}
