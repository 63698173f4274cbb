package dev.streamgauge.schemas.json;

/** What texts look like. Every event is held to these, so they are loops: regular expressions were a tenth of the processors' time. */
final class TextForms {

    private TextForms() {}

    /** A full hash, in lower case. */
    static boolean isHash(String text) {
        if (text.length() != 40 && text.length() != 64) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** Names with slashes between them. */
    static boolean isRepository(String text) {
        int slashes = 0;
        char before = '/';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0x7f || c == '#' || (c == '/' && before == '/')) {
                return false;
            }
            slashes += c == '/' ? 1 : 0;
            before = c;
        }
        return slashes > 0 && before != '/';
    }

    /** Half a surrogate pair has no UTF-8 form: it would be written as a question mark. */
    static boolean isUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
