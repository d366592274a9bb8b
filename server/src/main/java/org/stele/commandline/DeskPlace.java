package org.stele.commandline;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.database.Refusal;

/**
 * Where the desk listens. Nobody puts it on the Internet by leaving something out: once the public pages can be reached from elsewhere the
 * desk has a port of its own, on this machine alone unless another address is named.
 */
final class DeskPlace {

    /** The desk's port where it has one of its own and none was named. */
    static final int PORT = 8081;

    private DeskPlace() {
    }

    /**
     * Spring's properties.
     *
     * @param port       asked for; none if absent
     * @param publicHere whether the public pages too are for this machine only
     * @throws Refusal for a name that is no address of a site
     */
    static List<String> properties(@Nullable Integer port, String address, String name, boolean publicHere) {
        List<String> properties = new ArrayList<>();
        if (port != null || !publicHere || !isThisMachine(address)) {
            properties.add("stele.desk.port=" + (port == null ? PORT : port));
            properties.add("stele.desk.address=" + address);
        }
        if (!name.isEmpty()) {
            properties.add("stele.desk.origin=" + origin(name));
        }
        return properties;
    }

    private static String origin(String name) {
        try {
            URI origin = URI.create(name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
            if (origin.getHost() == null || !origin.getRawPath().isEmpty() || origin.getRawQuery() != null
                    || !("https".equals(origin.getScheme()) || "http".equals(origin.getScheme()) && origin.getHost().equals("localhost"))) {
                throw new IllegalArgumentException(name);
            }
            return origin.toString();
        } catch (IllegalArgumentException e) {
            throw new Refusal("'" + name + "' is not where a desk can be: write its address as browsers show it, for example https://desk.example.org.", e);
        }
    }

    /** Whether an address is reached from this machine only. */
    static boolean isThisMachine(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new Refusal("'" + address + "' is no address of this machine. Name one to listen on, for example 127.0.0.1.", e);
        }
    }
}
