package org.stele.commandline;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stele.access.Accounts;
import org.stele.access.By;
import org.stele.access.Passwords;
import org.stele.access.Role;
import org.stele.access.SecondFactors;

/** Two accounts to try the desk of the demonstration with: one person proposes, another decides. Made up anew at every start. */
final class DeskAccounts {

    private static final By BY = new By("the demonstration", "to look around");
    private static final int SHOWN = 3;

    private DeskAccounts() {
    }

    /** What to type for each account, one line each. */
    static List<String> renewed(OpenRegister register) {
        Accounts accounts = register.get(Accounts.class);
        SecondFactors factors = register.get(SecondFactors.class);
        return Stream.of(Map.entry("demo-researcher", Role.RESEARCHER), Map.entry("demo-verifier", Role.VERIFIER)).map(each -> {
            String name = each.getKey();
            String password = Passwords.generate();
            if (accounts.find(name).isEmpty()) {
                accounts.add(name, each.getValue(), password, BY);
            } else {
                accounts.setPassword(name, password, BY);
            }
            SecondFactors.Enrolled enrolled = factors.enrol(name, BY);
            return "%-15s  password %s  codes %s".formatted(name, password, String.join(" ", enrolled.recoveryCodes().subList(0, SHOWN)));
        }).toList();
    }
}
