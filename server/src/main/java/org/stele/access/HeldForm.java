package org.stele.access;

import java.util.List;
import java.util.Map;

/**
 * A form that was sent in vain.
 *
 * @param path   where it was sent
 * @param fields without the session's token
 */
public record HeldForm(String path, Map<String, List<String>> fields) {
}
