package org.stele.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stele.database.Refusal;

/** What kinds of accounts there are; what each may do stands in {@link RoleTable}. Who runs the machine has no business with the cases. */
public enum Role {
    /** Enters what came in, and sees what became of it. */
    CLERK,
    /** Finds out what happened, and proposes it. */
    RESEARCHER,
    /** Documents what another proposed; may work on cases as well, and never decides on the own. */
    VERIFIER,
    /** Writes reports and corrections; reads cases, not what was said in confidence. */
    EDITOR,
    /** Keeps the originals: reads what they belong to, and takes no lists of cases out. */
    ARCHIVIST,
    /** Counts, and sees nobody's identity. */
    ANALYST,
    /** Belongs to another organisation, and sees what was shared with it. */
    PARTNER,
    /** Sees who did what, not what about. */
    AUDITOR,
    /** Runs the machine and the accounts. */
    ADMINISTRATOR;

    public boolean may(Permission permission) {
        return RoleTable.of(this).contains(permission);
    }

    /** As the command line and the database write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The codes of all roles, parted by commas. */
    public static String codes() {
        return Arrays.stream(values()).map(Role::code).collect(Collectors.joining(", "));
    }

    /** @throws Refusal naming the roles there are */
    public static Role of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst().orElseThrow(() ->
                new Refusal("There is no role '" + code + "'. Use one of these: " + codes() + "."));
    }
}
