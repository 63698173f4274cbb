package dev.streamgauge.connectors.providers.commits;

/**
 * A person as git writes one.
 *
 * @param name empty: not said
 * @param email empty: not said
 */
public record Person(String name, String email) {

    /** The person of a header line or a trailer, {@code Name <address> …}; what is absent is empty. */
    public static Person parse(String line) {
        int open = line.indexOf('<');
        if (open < 0) {
            return new Person(line.strip(), "");
        }
        int close = line.indexOf('>', open);
        String email = line.substring(open + 1, close < 0 ? line.length() : close);
        return new Person(line.substring(0, open).strip(), email.strip());
    }

    /** The person whose name and address may be null. */
    public static Person of(String name, String email) {
        return new Person(name == null ? "" : name, email == null ? "" : email);
    }

    /** Forges mark the accounts of programs so. */
    boolean isBot() {
        return name.endsWith("[bot]");
    }
}
