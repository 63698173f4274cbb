package dev.streamgauge.processors.table;

import java.util.Comparator;

/** The order of texts by their UTF-8 bytes, as keys sort. Java's own order differs for what is beyond U+FFFF, an emoji for one. */
public final class Text {

    public static final Comparator<String> ORDER = Text::compare;

    private Text() {}

    private static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean same = Character.isSurrogate(x) == Character.isSurrogate(y);
                return same
                        ? Character.compare(x, y)
                        : Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y));
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
