package org.stele.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The one table of every address the server answers, and what it takes to come in. What is not in it is not answered. */
final class Doors {

    private static final String L = "/{language:en|ar}";

    /**
     * Where originals are sent to. The security filters would have to read the whole body to find a token in it, so here alone the token is
     * compared by who reads the body: {@link Reader#confirms}.
     */
    static final String UPLOAD = L + "/desk/evidence";

    /** The public form, which somebody without an account sends: no session, so its own token stands in its body. */
    static final String TELL = L + "/tell";
    static final String TELL_AGAIN = L + "/tell/again";

    /** What shows nothing of cases, nor of who did what with them. */
    private static final Set<Permission> UNLOGGED = EnumSet.of(Permission.ENTER, Permission.OWN_KEYS, Permission.SEE_COPIES, Permission.MANAGE_ACCOUNTS);

    /** What asks for a passkey or a code of the last minutes, so that a desk left open is not enough. */
    private static final Set<Permission> ASK_AGAIN = EnumSet.of(Permission.OWN_KEYS, Permission.EXPORT_CASES, Permission.READ_EVIDENCE, Permission.DELETE_EVIDENCE,
            Permission.REVEAL_SOURCES, Permission.AGREE_REVEAL, Permission.RELEASE_REPORTS, Permission.MANAGE_ACCOUNTS);

    /** One file on its way in, piece by piece. The address holds the sender's token, so it is written into no log. */
    private static final String UPLOAD_IN_PIECES = L + "/desk/uploads/{token:[A-Za-z0-9_-]+}";

    /** The doors, the more special before the more general. */
    static final List<Door> ALL = List.of(
            Door.open("/error"),
            Door.open("/style.css"), Door.open("/stele.svg"), Door.open("/robots.txt"), Door.open("/fonts/{file}"), Door.open("/css/{file}"), Door.open("/script/{file}"),
            Door.open("/"), Door.open(L), Door.open(L + "/"),
            Door.open(L + "/figures"), Door.open(L + "/figures/{theme:[a-z-]+}"),
            Door.open(L + "/figures/{theme:[a-z-]+}.{form:csv|json|hxl}"),
            Door.open(L + "/methodology"),
            Door.open(L + "/reports"), Door.open(L + "/reports/{month:[0-9]{4}-[0-9]{2}}"),
            Door.open(L + "/reports/{month:[0-9]{4}-[0-9]{2}}/{file:[a-z0-9.-]+}"),
            // The sealed log: commitments, which tell nothing about anyone.
            Door.open("/log/checkpoint"), Door.open("/log/tile/{*path}"),
            Door.open(L + "/sign-in"),
            // Answered by the security filters themselves, which check for a token of the session.
            Door.post(L + "/sign-in"), Door.post(L + "/sign-out"),
            Door.post(L + "/sign-in/passkey/options"), Door.post(L + "/sign-in/passkey"),
            Door.open(TELL), Door.post(TELL), Door.open(TELL_AGAIN), Door.post(TELL_AGAIN), Door.open(L + "/correct"),
            // Tells everyone what a figure means, and staff the way to the list.
            Door.open("/desk/figures"), Door.open(L + "/figure"),
            Door.closed(L + "/desk", Permission.ENTER),
            Door.closed(L + "/desk/again", Permission.ENTER), Door.post(L + "/desk/again", Permission.ENTER), Door.closed(L + "/desk/held", Permission.ENTER),
            Door.closed(L + "/desk/account", Permission.OWN_KEYS), Door.closed(L + "/desk/account/authenticator", Permission.OWN_KEYS),
            Door.post(L + "/desk/account/authenticator", Permission.OWN_KEYS), Door.post(L + "/desk/account/codes", Permission.OWN_KEYS),
            Door.post(L + "/desk/account/password", Permission.OWN_KEYS),
            Door.post(L + "/desk/account/passkeys", Permission.OWN_KEYS), Door.post(L + "/desk/account/passkeys/options", Permission.OWN_KEYS),
            Door.post(L + "/desk/account/passkeys/remove", Permission.OWN_KEYS),
            Door.closed(L + "/desk/accounts", Permission.MANAGE_ACCOUNTS), Door.post(L + "/desk/accounts/requests", Permission.MANAGE_ACCOUNTS),
            Door.post(L + "/desk/accounts/requests/{number:[0-9]+}/{step:agree|withdraw}", Permission.MANAGE_ACCOUNTS),
            Door.post(L + "/desk/accounts/close", Permission.MANAGE_ACCOUNTS),
            Door.closed(L + "/desk/victims", Permission.READ_CASES), Door.closed(L + "/desk/victims/{id:[0-9]+}", Permission.READ_CASES),
            Door.closed(L + "/desk/incidents", Permission.READ_CASES), Door.closed(L + "/desk/incidents/{id:[0-9]+}", Permission.READ_CASES),
            Door.closed(L + "/desk/figures", Permission.READ_CASES),
            Door.closed(L + "/desk/figures.csv", Permission.EXPORT_CASES),
            Door.closed(L + "/desk/evidence", Permission.READ_CASES), Door.closed(L + "/desk/evidence/{id:[0-9]+}", Permission.READ_CASES),
            Door.closed(L + "/desk/evidence/new", Permission.ADD_EVIDENCE), Door.post(UPLOAD, Permission.ADD_EVIDENCE),
            Door.sending(HttpMethod.OPTIONS, L + "/desk/uploads"), Door.sending(HttpMethod.POST, L + "/desk/uploads"),
            Door.sending(HttpMethod.GET, UPLOAD_IN_PIECES), Door.sending(HttpMethod.PATCH, UPLOAD_IN_PIECES), Door.sending(HttpMethod.DELETE, UPLOAD_IN_PIECES),
            Door.sending(HttpMethod.POST, UPLOAD_IN_PIECES), Door.sending(HttpMethod.POST, UPLOAD_IN_PIECES + "/item"),
            Door.post(L + "/desk/evidence/{id:[0-9]+}/attachments", Permission.ADD_EVIDENCE),
            Door.closed(L + "/desk/evidence/{id:[0-9]+}/provenances/{provenance:[0-9]+}", Permission.ADD_EVIDENCE),
            Door.post(L + "/desk/evidence/{id:[0-9]+}/provenances/{provenance:[0-9]+}", Permission.ADD_EVIDENCE),
            Door.post(L + "/desk/evidence/{id:[0-9]+}/readings", Permission.READ_EVIDENCE),
            Door.closed(L + "/desk/evidence/{id:[0-9]+}/readings/{event:[0-9]+}", Permission.READ_EVIDENCE),
            Door.post(L + "/desk/evidence/{id:[0-9]+}/comparisons", Permission.READ_EVIDENCE),
            Door.closed(L + "/desk/evidence/{id:[0-9]+}/views/{event:[0-9]+}", Permission.READ_EVIDENCE),
            Door.closed(L + "/desk/history", Permission.SEE_AUDIT),
            Door.closed(L + "/desk/queue", Permission.SEE_QUEUE), Door.post(L + "/desk/queue", Permission.WORK_CASES),
            Door.closed(L + "/desk/merges", Permission.READ_CASES), Door.post(L + "/desk/merges", Permission.WORK_CASES),
            Door.post(L + "/desk/merges/{id:[0-9]+}/decline", Permission.WORK_CASES),
            Door.post(L + "/desk/merges/{id:[0-9]+}/{step:agree|undo}", Permission.VERIFY_CASES),
            Door.closed(L + "/desk/cases/{id:[0-9]+}", Permission.SEE_QUEUE),
            Door.closed(L + "/desk/cases/{id:[0-9]+}/editions", Permission.SEE_QUEUE),
            Door.post(L + "/desk/cases/{id:[0-9]+}/steps", Permission.WORK_CASES),
            Door.post(L + "/desk/cases/{id:[0-9]+}/decisions", Permission.VERIFY_CASES),
            Door.post(L + "/desk/cases/{id:[0-9]+}/matter", Permission.WORK_CASES),
            Door.post(L + "/desk/cases/{id:[0-9]+}/incident", Permission.WORK_CASES),
            Door.post(L + "/desk/cases/{id:[0-9]+}/persons", Permission.WORK_CASES),
            Door.post(L + "/desk/cases/{id:[0-9]+}/persons/{finding:[0-9]+}", Permission.WORK_CASES),
            Door.post(L + "/desk/cases/{id:[0-9]+}/persons/{finding:[0-9]+}/removal", Permission.WORK_CASES),
            Door.post(L + "/desk/cases/{id:[0-9]+}/messages/{message:[0-9]+}/assessment", Permission.WORK_CASES),
            Door.post(L + "/desk/cases/{id:[0-9]+}/messages/{message:[0-9]+}/questions", Permission.WORK_CASES),
            Door.closed(L + "/desk/copies", Permission.SEE_COPIES),
            Door.post(L + "/desk/copies/deletions", Permission.DELETE_EVIDENCE),
            Door.post(L + "/desk/copies/deletions/{id:[0-9]+}/{step:agree|withdraw}", Permission.DELETE_EVIDENCE));

    private Doors() {
    }

    /** The door a request stands before. */
    static Optional<Door> of(HttpServletRequest request) {
        return ALL.stream().filter(door -> door.matches(request)).findFirst();
    }

    /**
     * One address.
     *
     * @param need   what an account must be allowed to do; open to everyone if absent
     * @param shows  whether anything of the register is shown behind it
     */
    record Door(HttpMethod method, String pattern, @Nullable Permission need, boolean shows, PathPatternRequestMatcher matcher) {

        static Door open(String pattern) {
            return new Door(HttpMethod.GET, pattern, null, false, matcher(pattern));
        }

        static Door closed(String pattern, Permission need) {
            return new Door(HttpMethod.GET, pattern, need, !UNLOGGED.contains(need), matcher(pattern));
        }

        static Door post(String pattern) {
            return new Door(HttpMethod.POST, pattern, null, false, matcher(pattern));
        }

        static Door post(String pattern, Permission need) {
            return new Door(HttpMethod.POST, pattern, need, !UNLOGGED.contains(need), matcher(pattern));
        }

        /** Through which bytes come in, and nothing of the register is shown. */
        static Door sending(HttpMethod method, String pattern) {
            return new Door(method, pattern, Permission.ADD_EVIDENCE, false, matcher(pattern));
        }

        private static PathPatternRequestMatcher matcher(String pattern) {
            return PathPatternRequestMatcher.withDefaults().matcher(pattern);
        }

        boolean matches(HttpServletRequest request) {
            boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
            return (method == HttpMethod.GET ? reads : method.matches(request.getMethod())) && matcher.matches(request);
        }

        /** Whether it leads to the desk, which can be at another address than the public pages. */
        boolean ofDesk() {
            return need != null || pattern.startsWith(L + "/sign-");
        }

        /** Whether whoever comes must have shown a passkey or a code in the last minutes. */
        boolean asksAgain() {
            return need != null && ASK_AGAIN.contains(need);
        }

        /** Whether what lies behind is written into the log of readings before it is shown. */
        boolean logged() {
            return shows;
        }
    }
}
