package dev.streamgauge.connectors.git;

import dev.streamgauge.connectors.providers.commits.Person;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.InvalidObjectIdException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.RawParseUtils;

/**
 * A commit or an annotated tag as git stores it: header lines, an empty line, a message. Read leniently, because old tools wrote odd objects
 * and one of them must not end the run.
 */
final class RawObject {

    /** Beyond it (the end of the year 9999) a time has no four-digit year; such a time is held as this one. */
    static final long LAST_SECOND = 253_402_300_799L;

    private static final int MAX_DIGITS = 18;

    private final byte[] bytes;
    private final String header;

    RawObject(byte[] bytes) {
        this.bytes = bytes;
        this.header = "\n" + new String(bytes, 0, headerEnd(bytes), StandardCharsets.ISO_8859_1) + "\n";
    }

    /** The values of all header lines of this name. */
    List<String> values(String name) {
        List<String> values = new ArrayList<>();
        String mark = "\n" + name + " ";
        for (int at = header.indexOf(mark); at >= 0; at = header.indexOf(mark, at + 1)) {
            int from = at + mark.length();
            values.add(header.substring(from, header.indexOf('\n', from)));
        }
        return values;
    }

    /** The first header line of this name, or the empty string. */
    String value(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** The objects that the header lines of this name point to; what is no hash is left out. */
    List<ObjectId> ids(String name) {
        return values(name).stream()
                .map(RawObject::id)
                .filter(id -> !id.equals(ObjectId.zeroId()))
                .toList();
    }

    /** The time at the end of an author, committer or tagger line: epoch seconds, or {@link CommitNode#UNKNOWN}. */
    long seconds(String name) {
        String line = value(name);
        String time = line.substring(line.lastIndexOf('>') + 1).strip();
        int digits = 0;
        while (digits < time.length() && time.charAt(digits) >= '0' && time.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || line.indexOf('>') < 0) {
            return CommitNode.UNKNOWN;
        }
        return digits > MAX_DIGITS ? LAST_SECOND : Math.min(LAST_SECOND, Long.parseLong(time.substring(0, digits)));
    }

    /** The person of a header line, in the encoding of the object. */
    Person person(String name) {
        return Person.parse(decode(value(name).getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** The message up to its first NUL, where git ends it too. */
    String message() {
        int from = Math.min(headerEnd(bytes) + 2, bytes.length);
        int end = from;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return RawParseUtils.decode(charset(), bytes, from, end);
    }

    /** The object names an encoding that this Java does not know; it is read as UTF-8. */
    boolean hasOddEncoding() {
        return Encodings.isUnknown(value("encoding"));
    }

    private String decode(byte[] text) {
        return RawParseUtils.decode(charset(), text);
    }

    private Charset charset() {
        return Encodings.named(value("encoding"));
    }

    private static ObjectId id(String hex) {
        try {
            return ObjectId.fromString(hex.strip());
        } catch (InvalidObjectIdException e) {
            return ObjectId.zeroId();
        }
    }

    private static int headerEnd(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return bytes.length;
    }
}
