package dev.streamgauge.connectors.git;

import java.util.regex.Pattern;

/** A shell glob over tag names: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a-z]} and a backslash before a character that is meant itself. */
final class TagGlob {

    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;

    private TagGlob(String glob) {
        this.glob = glob;
    }

    static Pattern compile(String glob) {
        TagGlob reader = new TagGlob(glob);
        while (reader.at < glob.length()) {
            reader.readOne(glob.charAt(reader.at++));
        }
        return Pattern.compile(reader.regex.toString(), Pattern.DOTALL);
    }

    private void readOne(char c) {
        switch (c) {
            case '*' -> regex.append(".*");
            case '?' -> regex.append('.');
            case '[' -> readSet();
            case '\\' -> literal(at < glob.length() ? glob.charAt(at++) : c);
            default -> literal(c);
        }
    }

    /** A set ends at the first bracket that is not its first member; without one the opening bracket is an ordinary character. */
    private void readSet() {
        boolean negated = at < glob.length() && (glob.charAt(at) == '!' || glob.charAt(at) == '^');
        int from = negated ? at + 1 : at;
        int end = glob.indexOf(']', from + 1);
        if (end < 0) {
            literal('[');
            return;
        }
        regex.append(negated ? "[^" : "[")
                .append(members(glob.substring(from, end)))
                .append(']');
        at = end + 1;
    }

    /** All characters stand for themselves, except a hyphen between two in rising order. */
    private static String members(String set) {
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < set.length(); i++) {
            boolean range = i + 2 < set.length() && set.charAt(i + 1) == '-' && set.charAt(i) <= set.charAt(i + 2);
            members.append(escaped(set.charAt(i)));
            if (range) {
                members.append('-').append(escaped(set.charAt(i + 2)));
                i += 2;
            }
        }
        return members.toString();
    }

    private void literal(char c) {
        regex.append(escaped(c));
    }

    private static String escaped(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c)
                ? String.valueOf(c)
                : "\\x{" + Integer.toHexString(c) + "}";
    }
}
