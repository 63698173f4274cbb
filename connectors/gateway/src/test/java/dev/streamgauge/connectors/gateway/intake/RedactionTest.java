package dev.streamgauge.connectors.gateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"email\":\"ann@example.org\"} | {\"email\":\"[REDACTED]\"}",
                "Ann <ann.b+c@mail.example.org>, bob@x | Ann <[REDACTED]>, [REDACTED]",
                "\"Signed-off-by:\\nann@example.org\" | \"Signed-off-by:\\n[REDACTED]\"",
                "\"\\u00e9nn@example.org\" | \"\\u00e9[REDACTED]\"",
                "\"ann\\u0040example.org\" | \"[REDACTED]\"",
                "payload=%7B%22a%22:ann%40example.org | payload=%7B%22a%22:[REDACTED]",
                "jürgen@köln.example | [REDACTED]",
                "git@github.com:acme/shop.git | git@github.com:acme/shop.git",
                "ssh://git@github.com/acme/shop | ssh://git@github.com/acme/shop",
                "@octocat thanks, see docs@ | @octocat thanks, see docs@",
                "12345+octocat@users.noreply.github.com | [REDACTED]",
                "a@b@c.org | [REDACTED]@c.org",
            })
    void anAddressIsTakenOutAndTheRestStays(String text, String expected) {
        assertThat(Redaction.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
    void anAddressIsFoundInEveryEncodingOfJson(String encoding) {
        // Given
        byte[] text = "{\"email\":\"ann@example.org\"}".getBytes(Charset.forName(encoding));
        byte[] cut = Arrays.copyOf(text, text.length - 1);

        // Then
        assertThat(new String(Redaction.of(text), UTF_8)).isEqualTo("{\"email\":\"[REDACTED]\"}");
        assertThat(new String(Redaction.of(cut), UTF_8).replace("\0", "")).doesNotContain("ann", "example");
    }

    @Test
    void whatHoldsNoAddressIsNotCopied() {
        // Given
        byte[] text = "{\"name\":\"shop\"}".getBytes(UTF_8);

        // Then
        assertThat(Redaction.of(text)).isSameAs(text);
    }

    @Test
    void anAddressIsFoundWhereverItStands() {
        for (String at : List.of("@", "%40", "\\u0040")) {
            for (int before = 0; before < 20; before++) {
                // Given
                String text = " ".repeat(before) + "a%b\\n " + "ann" + at + "example.org" + " ".repeat(20 - before);

                // Then
                assertThat(Redaction.of(text)).isEqualTo(text.replace("ann" + at + "example.org", Redaction.WORD));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@", "%40", "\\u0040", "@@", "%40%", "git@"})
    @Timeout(10)
    void aTextOfAtSignsTakesNoTime(String sign) {
        // Given
        byte[] text = sign.repeat(5_000_000).getBytes(UTF_8);

        // Then
        assertThat(Redaction.of(text)).hasSizeLessThan(60_000_000);
    }
}
