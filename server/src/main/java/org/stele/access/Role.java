package org.stele.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.stele.database.Refusal;

/** What kinds of accounts there are, and what each may do. Who runs the machine has no business with the cases. */
public enum Role {
    READER(Permission.ENTER, Permission.READ_CASES),
    RESEARCHER(Permission.ENTER, Permission.READ_CASES, Permission.READ_SOURCES, Permission.EXPORT_CASES,
            Permission.READ_EVIDENCE, Permission.ADD_EVIDENCE, Permission.SEE_COPIES, Permission.DELETE_EVIDENCE),
    /** Keeps the originals: reads what they belong to, and takes no lists of cases out. */
    ARCHIVIST(Permission.ENTER, Permission.READ_CASES, Permission.READ_SOURCES, Permission.READ_EVIDENCE, Permission.ADD_EVIDENCE,
            Permission.SEE_COPIES, Permission.DELETE_EVIDENCE),
    ADMINISTRATOR(Permission.ENTER, Permission.SEE_COPIES);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = EnumSet.copyOf(Arrays.asList(permissions));
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** As the command line and the database write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Refusal naming the roles there are */
    public static Role of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst().orElseThrow(() ->
                new Refusal("There is no role '" + code + "'. Use one of " + Arrays.stream(values()).map(Role::code).toList() + "."));
    }
}
