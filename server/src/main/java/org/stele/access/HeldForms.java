package org.stele.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What somebody had typed when a sign-in ran out: kept until they are signed in again, and then shown to them, to be sent by themselves.
 * In memory only, and few: strangers can fill this up, and then what is oldest goes.
 */
final class HeldForms {

    private static final int MOST = 200;
    private static final int LONGEST = 200_000;
    private static final String KEY = HeldForms.class.getName();
    private static final String WAITS = KEY + ".waits";

    private final Map<String, HeldForm> forms = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, HeldForm> eldest) {
            return size() > MOST;
        }
    };

    /** Keeps the form of this request for its browser; whether it could. Only what a page of ours sent, as its browser vouches for. */
    synchronized boolean hold(HttpServletRequest request) {
        String kind = request.getContentType();
        if (!"same-origin".equals(request.getHeader("Sec-Fetch-Site")) || kind == null
                || !kind.startsWith("application/x-www-form-urlencoded")
                || request.getContentLengthLong() > LONGEST || request.getContentLengthLong() < 0) {
            return false;
        }
        Map<String, List<String>> fields = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        fields.remove("_csrf");
        String key = UUID.randomUUID().toString();
        forms.put(key, new HeldForm(request.getRequestURI(), fields));
        request.getSession().setAttribute(KEY, key);
        request.getSession().setAttribute(WAITS, true);
        return true;
    }

    /** Whether this browser sent a form in vain that was not shown to its writer yet. */
    synchronized boolean waits(HttpServletRequest request) {
        return of(request).isPresent() && request.getSession().getAttribute(WAITS) != null;
    }

    /** The form that this browser sent in vain, to show it. It stays until the session ends or another takes its place. */
    synchronized Optional<HeldForm> shown(HttpServletRequest request) {
        Optional<HeldForm> form = of(request);
        form.ifPresent(there -> request.getSession().removeAttribute(WAITS));
        return form;
    }

    private Optional<HeldForm> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(session -> (String) session.getAttribute(KEY)).map(forms::get);
    }
}
