package dev.streamgauge.connectors.gateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgauge.connectors.providers.json.Json;
import java.io.ByteArrayOutputStream;

/** Takes e-mail addresses out of text, whatever its form, so that JSON stays JSON. GitLab writes the same word in their place. */
final class Redaction {

    static final String WORD = "[REDACTED]";

    private static final byte[] REPLACEMENT = WORD.getBytes(UTF_8);
    /** How an at sign may be written in JSON, and in a form. */
    private static final byte[][] AT_SIGNS = {"@".getBytes(UTF_8), "\\u0040".getBytes(UTF_8), "%40".getBytes(UTF_8)};

    private static final byte[] GIT = "git".getBytes(UTF_8);

    private final byte[] text;
    private ByteArrayOutputStream out;
    private int copied;

    private Redaction(byte[] text) {
        this.text = text;
    }

    static String of(String text) {
        return new String(of(text.getBytes(UTF_8)), UTF_8);
    }

    /** The same bytes if there is no address in them. Where letters are two or four bytes (UTF-16, UTF-32), the same text in UTF-8. */
    static byte[] of(byte[] text) {
        return new Redaction(Json.utf8(text)).redacted();
    }

    private byte[] redacted() {
        for (int i = AtSigns.next(text, 0); i < text.length; i = AtSigns.next(text, i + 1)) {
            address(i, atSign(i));
        }
        if (out == null) {
            return text;
        }
        out.write(text, copied, text.length - copied);
        return out.toByteArray();
    }

    private byte[] atSign(int index) {
        for (byte[] sign : AT_SIGNS) {
            if (matches(sign, index)) {
                return sign;
            }
        }
        return null;
    }

    private boolean matches(byte[] word, int index) {
        if (index < 0 || index + word.length > text.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (text[index + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private void address(int at, byte[] sign) {
        if (sign == null) {
            return;
        }
        int afterAt = at + sign.length;
        int end = end(afterAt);
        if (end == afterAt) {
            return; // Before the way back: over a text of nothing but at signs it would be as long each time as all
            // before it.
        }
        int start = start(at);
        boolean git = at - start == GIT.length && matches(GIT, start); // The address of a clone, which mappers need.
        if (start < at && !git) {
            out = out == null ? new ByteArrayOutputStream(text.length) : out;
            out.write(text, copied, start - copied);
            out.writeBytes(REPLACEMENT);
            copied = end;
        }
    }

    private int start(int at) {
        int start = at;
        while (start > copied && isLocal(text[start - 1])) {
            start--;
        }
        // What follows a backslash belongs to it: an escaped letter, or the four digits of an escaped character.
        if (start > copied && start < at && text[start - 1] == '\\') {
            start = Math.min(at, start + (text[start] == 'u' ? 5 : 1));
        }
        return start;
    }

    private int end(int afterAt) {
        int end = afterAt;
        while (end < text.length && isDomain(text[end])) {
            end++;
        }
        return end;
    }

    private static boolean isLocal(byte letter) {
        return isDomain(letter) || "!#$%*+^_~".indexOf(letter) >= 0;
    }

    // Bytes below zero belong to letters outside of ASCII; zeros are between letters where a text is cut UTF-16 or
    // UTF-32, which nobody can convert.
    private static boolean isDomain(byte letter) {
        return letter <= 0
                || letter == '.'
                || letter == '-'
                || (letter >= '0' && letter <= '9')
                || ((letter | 0x20) >= 'a' && (letter | 0x20) <= 'z');
    }
}
