package org.stele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must be true of the table of roles, whoever edits it. */
class RoleTableTest {

    /** What shows cases, sources or evidence, or changes them. */
    static final Set<Permission> OF_CASES = EnumSet.of(Permission.ENTER_MESSAGES, Permission.SEE_QUEUE, Permission.WORK_CASES, Permission.VERIFY_CASES,
            Permission.READ_CASES, Permission.READ_SOURCES, Permission.REVEAL_SOURCES, Permission.AGREE_REVEAL, Permission.EXPORT_CASES,
            Permission.COUNT_CASES, Permission.READ_EVIDENCE, Permission.ADD_EVIDENCE, Permission.DELETE_EVIDENCE);

    @ParameterizedTest
    @EnumSource(names = {"ADMINISTRATOR", "AUDITOR", "PARTNER"})
    void whoRunsOrAuditsTheSystemOrComesFromOutsideHasNothingToDoWithCases(Role role) {
        assertThat(RoleTable.of(role)).doesNotContainAnyElementsOf(OF_CASES);
    }

    @Test
    void onlyTheAdministratorMakesAccounts() {
        assertThat(roles(Permission.MANAGE_ACCOUNTS)).containsExactly(Role.ADMINISTRATOR);
        assertThat(roles(Permission.SEE_AUDIT)).containsExactly(Role.AUDITOR, Role.ADMINISTRATOR);
    }

    @Test
    void aClerkEntersAndLooksAndDecidesNothing() {
        assertThat(RoleTable.of(Role.CLERK)).containsExactly(Permission.ENTER, Permission.OWN_KEYS, Permission.ENTER_MESSAGES, Permission.SEE_QUEUE);
    }

    @Test
    void anAnalystLearnsNobodysIdentity() {
        assertThat(RoleTable.of(Role.ANALYST)).containsExactly(Permission.ENTER, Permission.OWN_KEYS, Permission.COUNT_CASES);
    }

    @ParameterizedTest
    @EnumSource
    void whoMaySeeOrDoMoreMayAlsoDoWhatItRestsOn(Role role) {
        assertThat(role.may(Permission.ENTER) && role.may(Permission.OWN_KEYS)).isTrue();
        for (Permission more : List.of(Permission.READ_SOURCES, Permission.REVEAL_SOURCES, Permission.AGREE_REVEAL, Permission.EXPORT_CASES, Permission.WORK_CASES,
                Permission.VERIFY_CASES, Permission.READ_EVIDENCE, Permission.DELETE_EVIDENCE)) {
            assertThat(!role.may(more) || role.may(Permission.READ_CASES)).as(role + " " + more).isTrue();
        }
        assertThat(!role.may(Permission.VERIFY_CASES) || role.may(Permission.SEE_QUEUE)).isTrue();
    }

    @Test
    void aTableThatLeavesOutOrNamesTwiceIsNotTaken() {
        List<String> lines = RoleTable.TABLE.lines().toList();
        String lastTwice = RoleTable.TABLE + lines.getLast() + "\n";
        String withoutLast = RoleTable.TABLE.replace(lines.getLast() + "\n", "");

        assertThat(withoutLast).isNotEqualTo(RoleTable.TABLE);
        for (String wrong : List.of(lastTwice, withoutLast, RoleTable.TABLE.replaceFirst(" x", " ?"), RoleTable.TABLE.replaceFirst(" x", ""),
                RoleTable.TABLE.replaceFirst("CLERK", ""))) {
            assertThatThrownBy(() -> RoleTable.read(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(RoleTable.read(RoleTable.TABLE)).hasSize(Role.values().length);
    }

    @Test
    void theDocumentShowsTheSameTable() throws java.io.IOException {
        String document = java.nio.file.Files.readString(java.nio.file.Path.of("..", "docs", "security.md"));
        for (Permission permission : Permission.values()) {
            String marks = Arrays.stream(Role.values()).map(role -> role.may(permission) ? " x |" : "  |").collect(java.util.stream.Collectors.joining());
            assertThat(document).contains("| `" + permission + "` |" + marks);
        }
        assertThat(document).contains("| | " + Arrays.stream(Role.values()).map(Role::code).collect(java.util.stream.Collectors.joining(" | ")) + " |");
    }

    private static List<Role> roles(Permission permission) {
        return Arrays.stream(Role.values()).filter(role -> role.may(permission)).toList();
    }
}
