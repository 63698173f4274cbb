package dev.streamgauge.connectors.providers.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * A document that has been read once: where each of its values begins, and what it is. Its texts and numbers are decoded when somebody asks for them: of
 * what providers send, next to nothing is ever asked for. A value is a number; that of the whole document is 0.
 */
final class Tree {

    /** The value that is not there. */
    static final int MISSING = -1;

    private final byte[] bytes;
    private final Marks marks;

    Tree(byte[] bytes, Marks marks) {
        this.bytes = bytes;
        this.marks = marks;
    }

    /** The field of an object; missing if it is null, or this is no object. */
    int field(int object, String name) {
        int found = is(object, JsonToken.START_OBJECT) ? marks.field(object, name) : MISSING;
        return is(found, JsonToken.VALUE_NULL) ? MISSING : found;
    }

    boolean is(int value, JsonToken kind) {
        return value != MISSING && marks.kind(value) == kind;
    }

    boolean isMissing(int value) {
        return value == MISSING || is(value, JsonToken.VALUE_NULL);
    }

    boolean isNumber(int value) {
        return value != MISSING && marks.kind(value).isNumeric();
    }

    /** The first value of an object or list, or missing. */
    int first(int holder) {
        return marks.end(holder) == holder + 1 ? MISSING : holder + 1;
    }

    /** The value behind this one in the same object or list, or missing. */
    int next(int value) {
        int next = marks.end(value);
        return next < marks.end(marks.holder(value)) ? next : MISSING;
    }

    String name(int field) {
        return marks.name(field);
    }

    /** What a text says, or a number as it is written. */
    String text(int value) {
        int begin = marks.begin(value);
        return is(value, JsonToken.VALUE_STRING) ? string(begin) : number(begin);
    }

    private String string(int begin) {
        int end = begin + 1;
        while (bytes[end] != '"') {
            if (bytes[end] < 0 || bytes[end] == '\\') {
                return decoded(begin);
            }
            end++;
        }
        return new String(bytes, begin + 1, end - begin - 1, ISO_8859_1);
    }

    private String decoded(int begin) {
        try (JsonParser parser = TreeReader.parser(bytes, begin, bytes.length)) {
            parser.nextToken();
            return parser.getText();
        } catch (IOException e) {
            throw new IllegalStateException("it has been read before", e);
        }
    }

    private String number(int begin) {
        String text = new String(bytes, begin, endOfNumber(begin) - begin, ISO_8859_1);
        return text.equals("-0") ? "0" : text;
    }

    private int endOfNumber(int begin) {
        int end = begin;
        while (end < bytes.length && isOfNumber(bytes[end])) {
            end++;
        }
        return end;
    }

    private static boolean isOfNumber(byte letter) {
        return (letter >= '0' && letter <= '9')
                || letter == '-'
                || letter == '+'
                || letter == '.'
                || (letter | 0x20) == 'e';
    }

    /** The value as JSON again, on one line. */
    String write(int value) {
        if (value == MISSING) {
            return "";
        }
        int begin = marks.begin(value);
        return TreeReader.write(bytes, begin, isNumber(value) ? endOfNumber(begin) : bytes.length);
    }
}
