package dev.streamgauge.connectors.providers.json;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Arrays;

/** Makes UTF-8 of whatever JSON may be written in. A parser that passes texts over does not look at them closely enough: here every byte is looked at. */
final class Utf8 {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** The bits that no letter of ASCII has. */
    private static final long WIDE = 0x8080808080808080L;

    private static final int BUFFER = 512;

    private Utf8() {}

    /**
     * The document in UTF-8, without a mark at its beginning; the bytes themselves, if they are that.
     *
     * @throws CharacterCodingException if they are no text
     */
    static byte[] of(byte[] bytes) throws CharacterCodingException {
        Charset charset = charset(bytes);
        byte[] text = charset.equals(UTF_8) ? bytes : converted(bytes, charset);
        check(text);
        boolean marked = text.length >= 3 && text[0] == (byte) 0xef && text[1] == (byte) 0xbb && text[2] == (byte) 0xbf;
        return marked ? Arrays.copyOfRange(text, 3, text.length) : text;
    }

    // A document begins with a letter of ASCII or a mark: where its zeros are tells the encoding.
    private static Charset charset(byte[] bytes) {
        int four = bytes.length < 4 ? -1 : ByteBuffer.wrap(bytes).getInt();
        int two = bytes.length < 2 ? -1 : four == -1 ? ByteBuffer.wrap(bytes).getShort() & 0xffff : four >>> 16;
        if (four >>> 8 == 0 || four == 0xfeff) {
            return Charset.forName("UTF-32BE");
        }
        if ((four & 0x00ffffff) == 0 || four == 0xfffe0000) {
            return Charset.forName("UTF-32LE");
        }
        if (two >>> 8 == 0 || two == 0xfeff) {
            return UTF_16BE;
        }
        return (two & 0xff) == 0 || two == 0xfffe ? UTF_16LE : UTF_8;
    }

    private static byte[] converted(byte[] bytes, Charset charset) throws CharacterCodingException {
        CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(bytes));
        ByteBuffer utf8 = UTF_8.newEncoder().encode(text);
        byte[] converted = new byte[utf8.remaining()];
        utf8.get(converted);
        return converted;
    }

    // Only what is beyond ASCII can be wrong, and of most webhooks that is nothing, or a few names.
    private static void check(byte[] bytes) throws CharacterCodingException {
        CharsetDecoder decoder = null;
        for (int begin = wide(bytes, 0); begin < bytes.length; begin = wide(bytes, begin)) {
            int end = begin;
            while (end < bytes.length && bytes[end] < 0) {
                end++;
            }
            decoder = decoder == null ? UTF_8.newDecoder() : decoder.reset();
            check(decoder, ByteBuffer.wrap(bytes, begin, end - begin));
            begin = end;
        }
    }

    private static void check(CharsetDecoder decoder, ByteBuffer letters) throws CharacterCodingException {
        CharBuffer decoded = CharBuffer.allocate(Math.min(BUFFER, letters.remaining()));
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            decoded.clear();
            result = decoder.decode(letters, decoded, true);
        }
        if (result.isError()) {
            result.throwException();
        }
    }

    /** Where the next byte is that is not ASCII; behind the end if none is. */
    private static int wide(byte[] bytes, int from) {
        int at = from;
        while (at + Long.BYTES <= bytes.length && ((long) EIGHT.get(bytes, at) & WIDE) == 0) {
            at += Long.BYTES;
        }
        while (at < bytes.length && bytes[at] >= 0) {
            at++;
        }
        return at;
    }
}
