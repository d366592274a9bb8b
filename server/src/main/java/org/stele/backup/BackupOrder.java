package org.stele.backup;

import java.util.List;

/**
 * A backup that somebody wants.
 *
 * @param to a path or {@code location:NAME}, as {@link BackupPlaces} reads it
 * @param also public keys of age besides the recovery shares and the service identity
 * @param keep so many backups stay there when it is written; 0 for all
 */
public record BackupOrder(String to, Backup.Originals originals, List<String> also, int keep) {
}
