package org.stele.commandline;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.stele.database.Refusal;

/**
 * What is true of a server that a proxy with TLS stands before. Only what the declared proxies forward is believed: where a request
 * came from, on which the throttle of the sign-in rests, and that it came over TLS. The session's cookie leaves over TLS alone. Which
 * hosts are to be asked over TLS for good (HSTS) is for the proxy to say, for it holds the certificate.
 */
final class BehindProxy {

    /** Trusted where no proxy is named: one on the same machine. */
    private static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1/128");

    /** Spring's property of a server that nothing stands before: whatever a request says of where it came from is not believed. */
    static final String NONE = "server.forward-headers-strategy=none";

    private BehindProxy() {
    }

    /**
     * Spring's properties.
     *
     * @param proxies addresses or networks ({@code 10.1.2.3}, {@code 10.1.2.0/24}), parted by commas; empty for this machine alone
     * @throws Refusal for what is neither
     */
    static List<String> properties(String proxies) {
        List<String> trusted = proxies.isBlank() ? LOOPBACK : Stream.of(proxies.split(",", -1)).map(String::strip).map(BehindProxy::network).toList();
        return List.of("server.forward-headers-strategy=native",
                "server.tomcat.remoteip.remote-ip-header=X-Forwarded-For",
                "server.tomcat.remoteip.protocol-header=X-Forwarded-Proto",
                "server.tomcat.remoteip.internal-proxies=" + String.join(",", trusted),
                // The name of the site is not needed for any address that the program writes.
                "server.tomcat.remoteip.host-header=",
                "server.tomcat.use-relative-redirects=true",
                "server.servlet.session.cookie.secure=true");
    }

    private static String network(String text) {
        String[] parts = text.split("/", -1);
        try {
            // Only an address as such: a name would have to be asked of somebody.
            InetAddress address = InetAddress.ofLiteral(parts[0]);
            int bits = address.getAddress().length * Byte.SIZE;
            int given = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
            boolean abridged = address instanceof Inet4Address && !address.getHostAddress().equals(parts[0]);
            if (parts.length > 2 || given < 1 || given > bits || abridged) {
                throw new IllegalArgumentException(text);
            }
            return parts[0] + "/" + given;
        } catch (IllegalArgumentException e) {
            throw new Refusal("'" + text + "' names no proxy: write its address, or a network of addresses, for example 10.1.2.3 or 10.1.2.0/24.", e);
        }
    }
}
