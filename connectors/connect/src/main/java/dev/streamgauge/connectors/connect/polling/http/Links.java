package dev.streamgauge.connectors.connect.polling.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header {@code Link} (RFC 8288), as far as paging needs it. */
final class Links {

    private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
    private static final Pattern REL_NEXT =
            Pattern.compile(";\\s*rel\\s*=\\s*\"?(?:[^\";]*\\s)?next(?:\\s[^\";]*)?\"?");

    private Links() {}

    /** The target of the relation {@code next}. */
    static Optional<String> next(String header) {
        Matcher link = LINK.matcher(header);
        while (link.find()) {
            if (REL_NEXT.matcher(link.group(2)).find()) {
                return Optional.of(link.group(1));
            }
        }
        return Optional.empty();
    }
}
