package dev.streamgauge.connectors.alerting.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits, as in {@code 10.0.0.0/8}.
 *
 * @param bits how many of them
 */
record AddressBlock(InetAddress base, int bits) {

    /** Only what can be no name: digits and dots, or something with a colon. */
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** The block of a text; a single address is a block of one. Null if the text is none. */
    static AddressBlock parse(String text) {
        String[] parts = text.split("/", -1);
        InetAddress base = literal(parts[0]);
        if (base == null || parts.length > 2) {
            return null;
        }
        int most = base.getAddress().length * 8;
        if (parts.length == 1) {
            return new AddressBlock(base, most);
        }
        boolean right = parts[1].matches("[0-9]{1,3}") && Integer.parseInt(parts[1]) <= most;
        return right ? new AddressBlock(base, Integer.parseInt(parts[1])) : null;
    }

    /** The address that a text is, without asking anybody. Null: it is a name. */
    static InetAddress literal(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    boolean contains(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
