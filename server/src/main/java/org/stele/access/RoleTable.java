package org.stele.access;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one table of which role may do what. The doors ask it, and the tests read it. */
final class RoleTable {

    /** A column for each role, a line for each permission: x means may. */
    static final String TABLE = """
                        CLERK  RESEARCHER  VERIFIER  EDITOR  ARCHIVIST  ANALYST  PARTNER  AUDITOR  ADMINISTRATOR
        ENTER             x         x          x        x        x         x        x        x           x
        OWN_KEYS          x         x          x        x        x         x        x        x           x
        ENTER_MESSAGES    x         x          x        -        -         -        -        -           -
        SEE_QUEUE         x         x          x        x        -         -        -        -           -
        WORK_CASES        -         x          x        -        -         -        -        -           -
        VERIFY_CASES      -         -          x        -        -         -        -        -           -
        READ_CASES        -         x          x        x        x         -        -        -           -
        READ_SOURCES      -         x          x        -        x         -        -        -           -
        REVEAL_SOURCES    -         x          x        -        -         -        -        -           -
        AGREE_REVEAL      -         -          x        -        x         -        -        -           -
        EXPORT_CASES      -         x          x        -        -         -        -        -           -
        COUNT_CASES       -         x          x        x        -         x        -        -           -
        READ_EVIDENCE     -         x          x        -        x         -        -        -           -
        ADD_EVIDENCE      -         x          x        -        x         -        -        -           -
        SEE_COPIES        -         x          -        -        x         -        -        x           x
        DELETE_EVIDENCE   -         x          -        -        x         -        -        -           -
        EDIT_REPORTS      -         -          -        x        -         -        -        -           -
        RELEASE_REPORTS   -         -          x        x        -         -        -        -           -
        SEE_AUDIT         -         -          -        -        -         -        -        x           x
        MANAGE_ACCOUNTS   -         -          -        -        -         -        -        -           x
        """;

    private static final Map<Role, Set<Permission>> MAY = read(TABLE);

    private RoleTable() {
    }

    static Set<Permission> of(Role role) {
        return MAY.get(role);
    }

    /** @throws IllegalArgumentException for a table that leaves out a role or a permission, names one twice, or has another mark than x and - */
    static Map<Role, Set<Permission>> read(String table) {
        List<String> lines = table.strip().lines().toList();
        List<Role> roles = words(lines.getFirst()).stream().map(Role::valueOf).toList();
        if (!roles.equals(List.of(Role.values()))) {
            throw new IllegalArgumentException("The table's columns are not the roles in their order: " + roles);
        }
        Map<Role, Set<Permission>> may = new EnumMap<>(Role.class);
        roles.forEach(role -> may.put(role, EnumSet.noneOf(Permission.class)));
        List<Permission> permissions = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> words = words(line);
            Permission permission = Permission.valueOf(words.getFirst());
            List<String> marks = words.subList(1, words.size());
            if (marks.size() != roles.size() || !Set.of("x", "-").containsAll(marks)) {
                throw new IllegalArgumentException("Each role needs an x or a - in: " + line);
            }
            permissions.add(permission);
            roles.stream().filter(role -> marks.get(role.ordinal()).equals("x")).forEach(role -> may.get(role).add(permission));
        }
        if (!permissions.equals(List.of(Permission.values()))) {
            throw new IllegalArgumentException("The table's lines are not the permissions in their order: " + permissions);
        }
        return may;
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split(" +"));
    }
}
