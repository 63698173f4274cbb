package dev.streamgauge.connectors.providers.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgauge.connectors.providers.UnmappableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Documents that somebody has tampered with: they say what Jackson's tree says, or are refused as Jackson refuses them, and nothing else ever happens. */
@Timeout(120)
class JsonPropertyTest {

    private static final Path PAYLOADS = Path.of("src/test/resources");
    private static final int ROUNDS = 40;
    private static final List<String> ENCODINGS = List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE");

    /** What has broken parsers before. Beyond Latin-1 nothing: bytes are written as they are. */
    private static final List<byte[]> POISONS = Stream.of(
                    "\"",
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "\\",
                    "\\u0000",
                    "\\ud800",
                    "\\u00e9",
                    "\\\"",
                    "\\x",
                    "\0",
                    "\n",
                    "\t",
                    " ",
                    "1e400",
                    "-0",
                    "-0.0",
                    "1E+2",
                    "-",
                    "01",
                    "1.",
                    "null",
                    "nul",
                    "true",
                    "NaN",
                    "\"a\":1",
                    "\"a\":1,\"\\u0061\":2",
                    "9223372036854775808",
                    "1e999999999999",
                    "/**/",
                    "'",
                    "\0\0\"\0",
                    "\u00ff",
                    "\u00c3\u00a9",
                    "\u00c0\u00a2",
                    "\u00ed\u00a0\u0080",
                    "\u00f4\u0090\u0080\u0080",
                    "\u00f0\u009f\u0098\u0080",
                    "\u00ef\u00bb\u00bf",
                    "\u00fe\u00ff",
                    "\u00e2\u0082")
            .map(poison -> poison.getBytes(Charset.forName("ISO-8859-1")))
            .toList();

    private final Random random = new Random(20260301);

    @Test
    void whatProvidersSendIsReadAsJacksonReadsIt() throws IOException {
        for (byte[] payload : payloads()) {
            assertAgrees(payload);
        }
    }

    @Test
    void whatSomebodyTamperedWithIsReadAsJacksonReadsItOrRefused() throws IOException {
        for (byte[] payload : payloads()) {
            for (int round = 0; round < ROUNDS; round++) {
                assertAgrees(tampered(payload));
            }
        }
    }

    @Test
    void otherEncodingsSayTheSame() throws Exception {
        for (byte[] payload : payloads()) {
            for (String encoding : ENCODINGS) {
                byte[] other = new String(payload, UTF_8).getBytes(Charset.forName(encoding));
                assertThat(Json.parse(other).write())
                        .isEqualTo(Json.parse(payload).write());
            }
        }
    }

    @Test
    void otherEncodingsThatSomebodyTamperedWithDoNoHarm() throws IOException {
        for (byte[] payload : payloads()) {
            for (String encoding : ENCODINGS) {
                assertHarmless(tampered(new String(payload, UTF_8).getBytes(Charset.forName(encoding))));
            }
        }
    }

    private static List<byte[]> payloads() throws IOException {
        try (Stream<Path> files = Files.walk(PAYLOADS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(JsonPropertyTest::read)
                    .toList();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] tampered(byte[] document) {
        byte[] bytes = document;
        for (int changes = 1 + random.nextInt(3); changes > 0 && bytes.length > 0; changes--) {
            int begin = random.nextInt(bytes.length);
            int end = Math.min(bytes.length, begin + random.nextInt(6));
            byte[] instead = switch (random.nextInt(5)) {
                case 0 -> new byte[] {(byte) random.nextInt(256)};
                case 1 -> new byte[0];
                case 2 -> Arrays.copyOfRange(bytes, begin, Math.min(bytes.length, begin + 60));
                default -> POISONS.get(random.nextInt(POISONS.size()));
            };
            bytes = replaced(bytes, begin, end, instead);
        }
        return bytes;
    }

    private static byte[] replaced(byte[] bytes, int begin, int end, byte[] instead) {
        return ByteBuffer.allocate(begin + instead.length + bytes.length - end)
                .put(bytes, 0, begin)
                .put(instead)
                .put(bytes, end, bytes.length - end)
                .array();
    }

    private static void assertAgrees(byte[] document) throws IOException {
        Json json = assertHarmless(document);
        JsonNode node = isText(document) ? JacksonsTree.orNull(Json.utf8(document)) : null;
        try {
            assertThat(json == null).isEqualTo(node == null);
            if (json != null) {
                JacksonsTree.assertSame(json, node);
            }
        } catch (AssertionError | RuntimeException e) {
            fail("Of the document " + HexFormat.of().formatHex(document), e);
        }
    }

    private static boolean isText(byte[] document) {
        try {
            Utf8.of(document);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Null if it is refused, as it should be. */
    private static Json assertHarmless(byte[] document) {
        try {
            return Json.parse(document);
        } catch (UnmappableException e) {
            return null;
        } catch (RuntimeException e) {
            return fail("Of the document " + HexFormat.of().formatHex(document), e);
        }
    }
}
