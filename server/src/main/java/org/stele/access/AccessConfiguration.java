package org.stele.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.stele.language.Language;

/** Spring Security, told what the table of doors says. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSecurity
class AccessConfiguration {

    @Bean
    SecurityFilterChain doors(HttpSecurity http, Accounts accounts) throws Exception {
        RequestCache asked = deskRequests();
        return http
                .authenticationProvider(new SignIn(accounts, new Attempts(InstantSource.system())))
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(jakarta.servlet.DispatcherType.ERROR, jakarta.servlet.DispatcherType.FORWARD).permitAll()
                        .anyRequest().access(new Doorkeeper(accounts)))
                .csrf(forged -> forged.ignoringRequestMatchers(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, Doors.UPLOAD)))
                .requestCache(cache -> cache.requestCache(asked))
                .exceptionHandling(refused -> refused
                        .authenticationEntryPoint((request, response, e) -> turnAway(request, response, asked))
                        .accessDeniedHandler((request, response, e) -> turnAway(request, response, asked)))
                .formLogin(form -> form.loginPage("/en/sign-in").loginProcessingUrl("/{language:en|ar}/sign-in")
                        .usernameParameter("account").successHandler(welcome(asked))
                        .failureHandler((request, response, e) -> response.sendRedirect("/" + language(request)
                                + "/sign-in?failed=" + (e instanceof LockedException ? "wait" : "wrong"))))
                .logout(out -> out.logoutRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/{language:en|ar}/sign-out"))
                        .deleteCookies("stele").logoutSuccessHandler((request, response, who) -> response.sendRedirect("/" + language(request) + "/sign-in")))
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.PLAIN))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        // Only the proxy that holds the certificate can promise that the host will be asked over TLS for good.
                        .httpStrictTransportSecurity(transport -> transport.disable())
                        .frameOptions(frame -> frame.deny())
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")))
                .build();
    }

    /** Only pages of the desk are remembered through the sign-in: a session begins for nothing else. */
    private static RequestCache deskRequests() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> request.getMethod().equals("GET") && Doors.of(request).map(door -> door.need() != null).orElse(false));
        return cache;
    }

    private static SavedRequestAwareAuthenticationSuccessHandler welcome(RequestCache asked) {
        var welcome = new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response, Authentication who) {
                return "/" + language(request) + "/desk";
            }
        };
        welcome.setRequestCache(asked);
        return welcome;
    }

    /** To the sign-in who has no open account, 403 who has one that may not, 404 where there is no door. */
    private static void turnAway(HttpServletRequest request, HttpServletResponse response, RequestCache asked) throws IOException {
        boolean door = Doors.of(request).isPresent();
        if (!door || request.getAttribute(Reader.ACCOUNT) != null || !request.getMethod().equals("GET")) {
            response.sendError(door ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
        } else {
            asked.saveRequest(request, response);
            response.sendRedirect("/" + language(request) + "/sign-in");
        }
    }

    private static String language(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/ar/") ? Language.AR.tag() : path.startsWith("/en/") ? Language.EN.tag() : Language.of(request.getLocale()).tag();
    }
}
