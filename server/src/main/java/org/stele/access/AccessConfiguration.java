package org.stele.access;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.stele.keys.Keyring;

/** Spring Security, told what the table of doors says. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSecurity
class AccessConfiguration {

    private static final String EN_OR_AR = "/{language:en|ar}";

    @Bean
    Attempts attempts() {
        return new Attempts(InstantSource.system());
    }

    @Bean
    HeldForms heldForms() {
        return new HeldForms();
    }

    @Bean
    AccountRequests accountRequests(Accounts accounts, SecondFactors factors, DataSource dataSource, ObjectProvider<Keyring> keys) {
        return new AccountRequests(accounts, factors, dataSource, keys::getObject, InstantSource.system());
    }

    @Bean
    Entrance entrance() {
        return new Entrance();
    }

    @Bean
    Again again(Accounts accounts, SecondFactors factors, Attempts attempts, Entrance entrance, HeldForms held, RequestCache asked) {
        return new Again(accounts, factors, attempts, entrance, held, asked, InstantSource.system());
    }

    @Bean
    SecurityFilterChain doors(HttpSecurity http, Accounts accounts, SecondFactors factors, Attempts attempts, RequestCache asked, HeldForms held) throws Exception {
        InstantSource clock = InstantSource.system();
        TurnAway turnAway = new TurnAway(asked, held);
        return http
                .authenticationProvider(new SignIn(accounts, factors, attempts, clock))
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(jakarta.servlet.DispatcherType.ERROR, jakarta.servlet.DispatcherType.FORWARD).permitAll()
                        .anyRequest().access(new Doorkeeper(accounts, clock)))
                .csrf(forged -> forged.ignoringRequestMatchers(posted(Doors.UPLOAD), posted(Doors.TELL), posted(Doors.TELL_AGAIN)))
                .requestCache(cache -> cache.requestCache(asked))
                .exceptionHandling(refused -> refused
                        .authenticationEntryPoint((request, response, e) -> turnAway.answer(request, response))
                        .accessDeniedHandler((request, response, e) -> turnAway.answer(request, response)))
                .formLogin(form -> form.loginPage("/en/sign-in").loginProcessingUrl(EN_OR_AR + "/sign-in")
                        .usernameParameter("account").authenticationDetailsSource(SignIn.With::of).successHandler(new Welcome(asked, held))
                        .failureHandler((request, response, e) -> response.sendRedirect("/" + TurnAway.language(request)
                                + "/sign-in?failed=" + (e instanceof LockedException ? "wait" : "wrong"))))
                .logout(out -> out.logoutRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, EN_OR_AR + "/sign-out"))
                        .deleteCookies("stele").logoutSuccessHandler((request, response, who) -> {
                            response.setHeader("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
                            response.sendRedirect("/" + TurnAway.language(request) + "/sign-in");
                        }))
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

    private static PathPatternRequestMatcher posted(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, pattern);
    }

    /** Only pages of the desk are remembered through the sign-in: a session begins for nothing else. */
    @Bean
    RequestCache deskRequests() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> request.getMethod().equals("GET") && Doors.of(request).map(door -> door.need() != null).orElse(false));
        return cache;
    }
}
