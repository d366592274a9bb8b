package org.stele.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A second address to listen on, for the desk. Where there is one, the first shows nothing of the desk, not even that there is one: what
 * reaches the public pages from the Internet does not reach a sign-in. The second shows the public pages too, for figures lead from one to
 * the other.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty("stele.desk.port")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DeskListener extends OncePerRequestFilter implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Connector connector = new Connector();

    /** @param port 0 takes a free one */
    DeskListener(@Value("${stele.desk.port}") int port, @Value("${stele.desk.address:127.0.0.1}") InetAddress address) {
        connector.setPort(port);
        ((AbstractProtocol<?>) connector.getProtocolHandler()).setAddress(address);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addAdditionalConnectors(connector);
    }

    /** Says which port is listened on, as the web server says of its own. */
    @EventListener
    void started(WebServerInitializedEvent event) {
        if (event.getApplicationContext() instanceof ConfigurableApplicationContext context) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("desk", Map.of("local.desk.port",
                    connector.getLocalPort())));
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException,
            IOException {
        if (request.getLocalPort() != connector.getLocalPort() && Doors.of(request).map(Doors.Door::ofDesk).orElse(false)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }
}
