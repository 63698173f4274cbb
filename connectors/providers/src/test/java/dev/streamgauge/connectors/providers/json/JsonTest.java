package dev.streamgauge.connectors.providers.json;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgauge.connectors.providers.UnmappableException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"b\":2,\"\\u0061\":3}",
                "[{\"b\":{}},{\"b\":{\"é\":1,\"c\":2,\"\\u00e9\":3}}]",
                "{\"\":1,\"\":2}",
            })
    void aFieldThatIsThereTwiceIsRefused(String document) {
        assertRefused(document);
    }

    @Test
    void aFieldThatIsThereTwiceIsRefusedHoweverMuchIsBetween() {
        assertRefused("{" + fields(20_000) + ",\"field17\":0}");
    }

    @Test
    void theSameFieldOfOtherObjectsIsNotTheSame() throws UnmappableException {
        // Given
        String elements =
                IntStream.range(0, 20_000).mapToObj(i -> "{\"a\":" + i + "}").collect(Collectors.joining(","));

        // When
        Json list = parse("[" + elements + "]");

        // Then
        assertThat(list.list()).hasSize(20_000).allMatch(element -> element.has("a"));
        assertThat(list.list().get(19_999).textOrNull("a")).isEqualTo("19999");
    }

    @Test
    @Timeout(10)
    void namesThatAreMadeToCollideTakeNoTime() {
        // Given: all have the same hash.
        String names = IntStream.range(0, 1 << 16)
                .mapToObj(i -> "\"" + collision(i) + "\":0")
                .collect(Collectors.joining(","));

        // Then
        assertRefused("{" + names + "}");
    }

    @Test
    @Timeout(30)
    void manyLongNamesAreRefusedBeforeTheyTakeTime() {
        // Given: 20 MB of names, each another one.
        String names = IntStream.range(0, 20_000)
                .mapToObj(i -> "\"" + i + "x".repeat(990) + "\":0")
                .collect(Collectors.joining(","));

        // Then
        assertRefused("{" + names + "}");
    }

    @Test
    void theSameLongNamesAgainAndAgainAreNotTooMany() throws UnmappableException {
        // Given
        String element = "{\"" + "x".repeat(900) + "\":1}";

        // When
        Json list = parse("[" + (element + ",").repeat(10_000) + element + "]");

        // Then
        assertThat(list.list()).hasSize(10_001);
    }

    private static String collision(int number) {
        return IntStream.range(0, 16)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1} {}",
                "{\"a\":1",
                "{\"a\" 1}",
                "[1,]",
                "{\"a\":\"x\ny\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "'a'"
            })
    void whatIsNoJsonIsRefused(String document) {
        assertRefused(document);
    }

    @Test
    void whatIsBeyondTheLimitsIsRefused() {
        assertRefused("[".repeat(65) + "]".repeat(65));
        assertRefused("[" + "1".repeat(101) + "]");
        assertRefused("{\"a\":\"" + "x".repeat(1_200_000) + "\"}");
        assertRefused("{\"" + "x".repeat(1_100) + "\":1}");
        assertRefused("[" + "1,".repeat(500_000) + "1]");
    }

    @Test
    void brokenUtf8IsRefusedWhereNobodyReadsIt() {
        // Given
        byte[] bytes = "{\"a\":\"..\",\"b\":1}".getBytes(UTF_8);
        bytes[6] = (byte) 0xff;

        // Then
        assertThatThrownBy(() -> Json.parse(bytes)).isInstanceOf(UnmappableException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7b2261223a22eda08022 7d", // half of a pair, which a parser that passes it over does not see
                "7b2261223a22c0a2227d", // a quotation mark in two bytes
                "7b2261223a22f490 8080227d", // beyond the last letter
                "00002200", // the bytes of UTF-32 in an order that nobody uses
                "0000007bffffffff", // no letter of UTF-32
                "7b00220061 00d8", // UTF-16, cut
            })
    void whatIsNoTextIsRefusedInEveryEncoding(String hex) {
        // Given
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));

        // Then
        assertThatThrownBy(() -> Json.parse(bytes))
                .isInstanceOf(UnmappableException.class)
                .hasMessageStartingWith("The body is no JSON: ");
    }

    @Test
    void numbersAreTheSameInEveryEncodingHoweverLarge() throws UnmappableException {
        // When
        Json json = Json.parse("[1e400,1e99999999999]".getBytes(UTF_16LE));

        // Then
        assertThat(json.write()).isEqualTo("[1e400,1e99999999999]");
        assertThat(json.list()).allMatch(number -> number.textOrNull() == null && number.secondsOrNull() == null);
    }

    @Test
    void textsAreReadAsTheyAreMeant() throws UnmappableException {
        // When
        Json json = parse(
                "{\"plain\":\"a b\",\"escaped\":\"a\\n\\u00e9\\\"\",\"wide\":\"é😀\",\"empty\":\"\",\"no\":null}");

        // Then
        assertThat(json.text("plain")).isEqualTo("a b");
        assertThat(json.text("escaped")).isEqualTo("a\né\"");
        assertThat(json.text("wide")).isEqualTo("é😀");
        assertThat(json.textOrNull("empty")).isNull();
        assertThat(json.has("no")).isFalse();
        assertThat(json.names()).containsExactly("plain", "escaped", "wide", "empty", "no");
    }

    @Test
    void numbersAreReadAsTheyAreMeant() throws UnmappableException {
        // When
        Json json = parse("{\"n\":-12,\"zero\":-0,\"big\":12345678901234567890,\"s\":1.5e0,\"end\":7}");

        // Then
        assertThat(json.numberOrNull("n")).isEqualTo(-12);
        assertThat(json.text("zero")).isEqualTo("0");
        assertThat(json.numberOrNull("big")).isNull();
        assertThat(json.text("big")).isEqualTo("12345678901234567890");
        assertThat(json.textOrNull("s")).isNull();
        assertThat(json.secondsOrNull("s")).hasMillis(1500);
        assertThat(json.countOrNull("end")).isEqualTo(7);
    }

    @Test
    void aListOfManyKindsKeepsItsOrder() throws UnmappableException {
        // When
        Json list = parse(" [1, [], {\"a\": [2]}, \"x\", null, true] ").at();

        // Then
        assertThat(list.list())
                .extracting(Json::write)
                .containsExactly("1", "[]", "{\"a\":[2]}", "\"x\"", "null", "true");
        assertThat(list.list().get(1).list()).isEmpty();
        assertThat(list.at("a").isMissing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE"})
    void everyEncodingOfJsonIsRead(String encoding) throws UnmappableException {
        // When
        Json json = Json.parse("{\"a\":\"é\",\"b\":[1]}".getBytes(Charset.forName(encoding)));

        // Then
        assertThat(json.text("a")).isEqualTo("é");
        assertThat(json.list("b")).hasSize(1);
    }

    @Test
    void aMarkAtTheBeginningIsPassedOver() throws UnmappableException {
        assertThat(parse("\ufeff{\"a\":\"x\"}").text("a")).isEqualTo("x");
        assertThat(Json.parse("\ufeff{\"a\":\"x\"}".getBytes(UTF_16LE)).text("a"))
                .isEqualTo("x");
    }

    @Test
    void twiceIsTwiceInEveryEncoding() {
        assertThatThrownBy(() -> Json.parse("{\"a\":1,\"a\":2}".getBytes(UTF_16LE)))
                .isInstanceOf(UnmappableException.class);
        assertThatThrownBy(() -> Json.parse("{\"a\":1}{}".getBytes(UTF_16LE))).isInstanceOf(UnmappableException.class);
    }

    private static String fields(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"field" + i + "\":" + i)
                .collect(Collectors.joining(","));
    }

    private static void assertRefused(String document) {
        assertThatThrownBy(() -> parse(document))
                .isInstanceOf(UnmappableException.class)
                .hasMessageStartingWith("The body is no JSON: ");
    }

    private static Json parse(String document) throws UnmappableException {
        return Json.parse(document.getBytes(UTF_8));
    }
}
