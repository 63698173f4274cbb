package dev.streamgauge.settings.match;

import java.util.Arrays;
import java.util.Locale;

/** A pattern with stars, compared without regard to case. Its time is bounded by the product of both lengths, whatever anybody sends. */
public final class Glob {

    private static final int WITHIN_FOLDER = -1;
    private static final int ANYTHING = -2;
    /** Whole folders, each with its slash; {@link #MAYBE_FOLDERS} before it lets there be none. */
    private static final int FOLDERS = -3;

    private static final int MAYBE_FOLDERS = -4;

    /** Characters of the pattern, or one of the above. */
    private final int[] tokens;
    /** What stands before the first star, and behind the last: nearly all texts are told apart by them at once. */
    private final String head;

    private final String tail;

    private Glob(int[] tokens, String pattern) {
        this.tokens = tokens;
        this.head = pattern.substring(0, pattern.indexOf('*') < 0 ? pattern.length() : pattern.indexOf('*'));
        this.tail = pattern.substring(pattern.lastIndexOf('*') + 1);
    }

    /** A pattern of names: {@code *} stands for any characters, also a slash. */
    public static Glob ofName(String pattern) {
        String lower = pattern.toLowerCase(Locale.ROOT);
        return new Glob(lower.chars().map(c -> c == '*' ? ANYTHING : c).toArray(), lower);
    }

    /** A pattern of paths: {@code *} stands for characters of one name, {@code **} for any number of folders; {@code web/} is all that is below {@code web}. */
    public static Glob ofPath(String pattern) {
        String whole = (pattern.endsWith("/") ? pattern + "**" : pattern).toLowerCase(Locale.ROOT);
        int[] tokens = new int[whole.length()];
        int count = 0;
        for (int i = 0; i < whole.length(); i++) {
            boolean folders = whole.startsWith("**/", i) && (i == 0 || whole.charAt(i - 1) == '/');
            if (folders) {
                tokens[count++] = MAYBE_FOLDERS;
                tokens[count++] = FOLDERS;
                i += 2;
            } else if (whole.startsWith("**", i)) {
                tokens[count++] = ANYTHING;
                i++;
            } else {
                tokens[count++] = whole.charAt(i) == '*' ? WITHIN_FOLDER : whole.charAt(i);
            }
        }
        return new Glob(Arrays.copyOf(tokens, count), whole.replace("**/", "*"));
    }

    /** Whether the whole text is as the pattern says. */
    public boolean matches(String text) {
        boolean possible = text.regionMatches(true, 0, head, 0, head.length())
                && text.regionMatches(true, text.length() - tail.length(), tail, 0, tail.length());
        return possible && walks(text);
    }

    private boolean walks(String text) {
        boolean[] reached = new boolean[tokens.length + 1];
        reached[0] = true;
        skip(reached);
        for (int i = 0; i < text.length(); i++) {
            reached = step(reached, Character.toLowerCase(text.charAt(i)));
            if (reached == null) {
                return false;
            }
        }
        return reached[tokens.length];
    }

    /** The places in the pattern behind one more character; null if there are none. */
    private boolean[] step(boolean[] reached, char c) {
        boolean[] next = new boolean[reached.length];
        boolean any = false;
        for (int i = 0; i < tokens.length; i++) {
            if (reached[i]) {
                boolean on = tokens[i] == c || (tokens[i] == FOLDERS && c == '/');
                boolean stay =
                        tokens[i] == ANYTHING || tokens[i] == FOLDERS || (tokens[i] == WITHIN_FOLDER && c != '/');
                next[i + 1] |= on;
                next[i] |= stay;
                any |= on || stay;
            }
        }
        skip(next);
        return any ? next : null;
    }

    /** Stars may stand for nothing. */
    private void skip(boolean[] reached) {
        for (int i = 0; i < tokens.length; i++) {
            if (reached[i] && (tokens[i] == WITHIN_FOLDER || tokens[i] == ANYTHING || tokens[i] == MAYBE_FOLDERS)) {
                reached[i + 1] = true;
                reached[i + 2 > tokens.length ? i + 1 : i + 2] |= tokens[i] == MAYBE_FOLDERS;
            }
        }
    }
}
