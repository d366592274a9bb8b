package org.stele.evidence;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stele.SteleApplication;

/**
 * The server in a process of its own, which dies as if the power went (no shutdown hook, nothing flushed) when an answer asked for with the
 * header {@code Die} is about to give its first byte: after all that was done for the answer, before anything of it left.
 */
final class HaltingServer {

    static final String DIE = "Die";

    private HaltingServer() {
    }

    /** Outermost, so that whatever writes first is seen. */
    @Configuration(proxyBeanMethods = false)
    static class Wire {
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        OncePerRequestFilter cut() {
            return new OncePerRequestFilter() {
                @Override
                protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
                    chain.doFilter(request, request.getHeader(DIE) == null ? response : new Cut(response));
                }
            };
        }
    }

    private static final class Cut extends HttpServletResponseWrapper {
        Cut(HttpServletResponse response) {
            super(response);
        }

        private static void die() {
            Runtime.getRuntime().halt(137);
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public void write(int one) {
                    die();
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Override
        public PrintWriter getWriter() {
            return new PrintWriter(getOutputStream(), true) {
                @Override
                public void write(char[] text, int from, int count) {
                    die();
                }

                @Override
                public void write(String text, int from, int count) {
                    die();
                }
            };
        }

        @Override
        public void flushBuffer() {
            die();
        }

        @Override
        public void sendRedirect(String location) {
            die();
        }

        @Override
        public void sendError(int status) {
            die();
        }
    }

    public static void main(String[] arguments) {
        var context = new SpringApplicationBuilder(SteleApplication.class, Wire.class)
                .properties("stele.db-url=" + arguments[0], "stele.data=" + arguments[1], "server.port=0").run();
        System.out.println("listens on " + context.getEnvironment().getProperty("local.server.port"));
        System.out.flush();
    }
}
