package dev.streamgauge.settings.flat;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where to listen.
 *
 * @param host a name or an IP address, without brackets
 * @param port 0: a free one
 */
public record Address(String host, int port) {

    /** Whether only this machine can reach it. A name that is not known is not loopback. */
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether nobody can listen at both. A name that is not known is only itself. */
    boolean overlaps(Address other) {
        if (port != other.port || port == 0) {
            return false;
        }
        try {
            InetAddress here = InetAddress.getByName(host);
            InetAddress there = InetAddress.getByName(other.host);
            return here.equals(there) || here.isAnyLocalAddress() || there.isAnyLocalAddress();
        } catch (UnknownHostException e) {
            return host.equalsIgnoreCase(other.host);
        }
    }

    /** The address in {@code host:port}, or null if the text is none. */
    static Address parse(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon).replaceAll("^\\[(.*)]$", "$1");
        String port = text.substring(colon + 1);
        boolean valid = !host.isEmpty() && port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= 65_535;
        return valid ? new Address(host, Integer.parseInt(port)) : null;
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
