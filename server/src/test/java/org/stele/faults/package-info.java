/**
 * The fault suite: what happens to evidence when programs are killed, the power goes, disks fill up, fail and rot, and clocks jump.
 * {@code ./mvnw -Pfaults verify} runs it whole and says what it could not do on this machine; a short part runs with the ordinary tests.
 */
package org.stele.faults;
