package org.stele.witnessing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.stele.tlog.Checkpoint;

/**
 * What outsiders have said of one checkpoint.
 *
 * @param checkpoint what they were shown
 * @param quorum     whether as many witnesses cosigned as the policy asks for; true where it asks for none
 * @param cosigned   witnesses who cosigned, by their name in the policy, and when
 * @param stamps     time stamps by the name of the authority
 * @param missing    why the others did not: one sentence each, with the name
 */
public record Attestation(Checkpoint checkpoint, boolean quorum, Map<String, Instant> cosigned, Map<String, TimeStamp> stamps, List<String> missing) {
}
