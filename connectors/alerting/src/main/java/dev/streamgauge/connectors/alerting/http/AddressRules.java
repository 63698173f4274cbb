package dev.streamgauge.connectors.alerting.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which addresses may be called: all of the internet's, and of one's own network those that are on a list. A name on the list may lead to any address and be
 * called without TLS.
 */
public final class AddressRules {

    /** What is not the internet: by RFC 6890 and its successors. What carries an IPv4 address within is refused whole. */
    private static final List<AddressBlock> PRIVATE = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "::/8",
                    "64:ff9b::/32",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/9",
                    "ff00::/8")
            .map(AddressBlock::parse)
            .toList();

    private final List<AddressBlock> blocks = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    /**
     * The rules.
     *
     * @param allowed names, {@code *.example.org}, addresses and blocks ({@code 10.1.0.0/16})
     * @throws IllegalArgumentException if one of them is none of these
     */
    public AddressRules(List<String> allowed) {
        for (String entry : allowed) {
            AddressBlock block = AddressBlock.parse(entry);
            if (block != null) {
                blocks.add(block);
            } else if (entry.matches("(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")) {
                names.add(entry.toLowerCase(Locale.ROOT));
            } else {
                throw new IllegalArgumentException(
                        "'%s' is no name of a host, no address and no block such as 10.1.0.0/16".formatted(entry));
            }
        }
    }

    /** Whether a host, as it stands in an address, is on the list. */
    public boolean isListed(String host) {
        String name = bare(host);
        InetAddress literal = AddressBlock.literal(name);
        return literal == null ? isListedName(name) : isListed(literal);
    }

    private boolean isListedName(String name) {
        return names.stream()
                .anyMatch(entry -> entry.startsWith("*.") ? name.endsWith(entry.substring(1)) : name.equals(entry));
    }

    private boolean isListed(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    /** Whether this address of a host may be called. */
    boolean allow(String host, InetAddress address) {
        return isListedName(bare(host)) || isListed(address) || isPublic(address);
    }

    // Java has made an IPv4 address of one that is mapped into IPv6.
    private static boolean isPublic(InetAddress address) {
        return PRIVATE.stream().noneMatch(block -> block.contains(address));
    }

    private static String bare(String host) {
        return host.replaceAll("^\\[(.*)]$", "$1").replaceAll("\\.$", "").toLowerCase(Locale.ROOT);
    }
}
