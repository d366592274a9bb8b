package org.stele.review;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.stele.access.Account;
import org.stele.access.Accounts;
import org.stele.access.Permission;
import org.stele.codebook.Codebook;
import org.stele.codebook.Term;
import org.stele.page.Page;
import org.stele.register.Attribution;
import org.stele.register.CivilianStatus;
import org.stele.register.Sex;
import org.stele.review.CaseView.Choice;
import org.stele.review.CaseView.Choices;

/** What the forms of a case choose from. */
final class ChoiceLists {

    private ChoiceLists() {
    }

    static Choices of(Codebook codebook, Page page, List<String> workers) {
        return new Choices(named(Sex.values(), "register.sex.", page), named(CivilianStatus.values(), "register.status.", page),
                codebook.groups().stream().map(each -> new Choice(each.code(), page.say(each.name()))).toList(),
                terms(codebook.methods(), page), terms(codebook.weapons(), page),
                codebook.parties().stream().map(each -> new Choice(each.code(), page.say(each.names().brief()))).toList(),
                codebook.otherParties().stream().map(each -> new Choice(each.code(), page.say(each.name()))).toList(),
                terms(codebook.channels(), page), terms(codebook.exclusions(), page),
                named(Attribution.State.values(), "review.responsibility.", page),
                List.of(new Choice("yes", page.say("register.yes")), new Choice("no", page.say("register.no"))),
                named(Grade.values(), "review.grade.", page), named(Matter.values(), "review.matter.", page),
                codebook.sourceKinds().stream().map(each -> new Choice(each.code(), page.say(each.name()))).toList(),
                workers.stream().map(each -> new Choice(each, each)).toList());
    }

    /** Open accounts to whom a case may be given. */
    static List<String> workers(Accounts accounts) {
        return accounts.list().stream().filter(each -> each.open() && each.role().may(Permission.WORK_CASES)).map(Account::name).toList();
    }

    private static List<Choice> terms(List<Term> terms, Page page) {
        return terms.stream().map(each -> new Choice(each.code(), page.say(each.name()))).toList();
    }

    private static <E extends Enum<E>> List<Choice> named(E[] values, String key, Page page) {
        Function<E, String> code = VictimForm::lower;
        return Arrays.stream(values).map(each -> new Choice(code.apply(each), page.say(key + code.apply(each)))).toList();
    }
}
