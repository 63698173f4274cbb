package dev.streamgauge.connectors.providers.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;

/** Reads whole documents: every byte of them is looked at and must be right, but texts are passed over, not built. */
final class TreeReader {

    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_NUMBER = 100;

    /** No honest payload comes near these; a hostile one would cost memory and time. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxStringLength(LONGEST_TEXT)
            .maxNestingDepth(64)
            .maxNumberLength(LONGEST_NUMBER)
            .maxNameLength(1_000)
            .maxTokenCount(500_000)
            .build();

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(LIMITS)
            .disable(JsonFactory.Feature.CHARSET_DETECTION) // Utf8 has done it.
            .build();

    /** A webhook has a value in about so many bytes. */
    private static final int BYTES_OF_A_VALUE = 32;

    private final JsonParser parser;
    private final boolean mayBeLong;
    private final NewNames names = new NewNames();
    private final Marks marks;

    private TreeReader(JsonParser parser, int size) {
        this.parser = parser;
        this.mayBeLong = size > LONGEST_TEXT;
        this.marks = new Marks(16 + size / BYTES_OF_A_VALUE);
    }

    /**
     * Reads a document; null if there is none.
     *
     * @throws java.nio.charset.CharacterCodingException if it is in no encoding of Unicode
     * @throws com.fasterxml.jackson.core.JsonProcessingException if it is not one JSON value, names a field of an object twice, or is beyond the limits
     */
    static Tree read(byte[] body) throws IOException {
        byte[] bytes = Utf8.of(body);
        try (JsonParser parser = parser(bytes, 0, bytes.length)) {
            return parser.nextToken() == null ? null : new Tree(bytes, new TreeReader(parser, bytes.length).all());
        }
    }

    static JsonParser parser(byte[] bytes, int begin, int end) throws IOException {
        return FACTORY.createParser(bytes, begin, end - begin);
    }

    private Marks all() throws IOException {
        int holder = add(Tree.MISSING, parser.currentToken());
        while (holder != Tree.MISSING) {
            JsonToken token = parser.nextToken();
            if (token.isStructEnd()) {
                marks.close(holder);
                holder = marks.holder(holder);
            } else {
                holder = value(holder, token);
            }
        }
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "there is more behind the end");
        }
        return marks;
    }

    /** Reads a field or an element; what stands in the same object or list follows or, if the value has values itself, these. */
    private int value(int holder, JsonToken token) throws IOException {
        if (token != JsonToken.FIELD_NAME) {
            return add(holder, token);
        }
        String name = parser.currentName();
        if (!names.take(name)) {
            throw new JsonParseException(parser, "there are too many different names");
        }
        int inside = add(holder, parser.nextToken());
        if (!marks.name(name)) {
            throw new JsonParseException(parser, "a field is there twice");
        }
        return inside;
    }

    private int add(int holder, JsonToken token) throws IOException {
        int value = marks.add(
                holder, token, Math.toIntExact(parser.currentTokenLocation().getByteOffset()));
        if (token.isStructStart()) {
            return value;
        }
        marks.close(value);
        if (token.isNumeric() && parser.getTextLength() > LONGEST_NUMBER) {
            throw new JsonParseException(parser, "a number is too long");
        }
        if (mayBeLong) {
            parser.finishToken(); // The parser holds a text to its limit when it builds it.
        }
        return holder;
    }

    /** The value that begins there, on one line; its numbers as they are written. A number must end where the bytes end. */
    static String write(byte[] bytes, int begin, int end) {
        StringWriter text = new StringWriter();
        try (JsonParser parser = parser(bytes, begin, end);
                JsonGenerator generator = FACTORY.createGenerator(text)) {
            do {
                copy(parser, parser.nextToken(), generator);
            } while (!parser.getParsingContext().inRoot());
        } catch (IOException e) {
            throw new IllegalStateException("it has been read before", e);
        }
        return text.toString();
    }

    // A number goes as text: as a number it could be larger than any that Java knows.
    private static void copy(JsonParser parser, JsonToken token, JsonGenerator generator) throws IOException {
        if (token.isNumeric()) {
            generator.writeNumber(parser.getText());
        } else {
            generator.copyCurrentEvent(parser);
        }
    }
}
