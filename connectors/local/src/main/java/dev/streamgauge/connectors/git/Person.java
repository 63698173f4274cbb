package dev.streamgauge.connectors.git;

/** A person as git writes one, {@code Name <address> …}; what is absent is empty. */
record Person(String name, String email) {

    static Person parse(String line) {
        int open = line.indexOf('<');
        if (open < 0) {
            return new Person(line.strip(), "");
        }
        int close = line.indexOf('>', open);
        String email = line.substring(open + 1, close < 0 ? line.length() : close);
        return new Person(line.substring(0, open).strip(), email.strip());
    }

    /** Forges mark the accounts of programs so. */
    boolean isBot() {
        return name.endsWith("[bot]");
    }
}
