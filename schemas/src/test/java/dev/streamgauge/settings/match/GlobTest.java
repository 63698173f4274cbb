package dev.streamgauge.settings.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "hotfix, HotFix, true",
        "hotfix, hotfixes, false",
        "hotfix/*, hotfix/a/b, true",
        "hotfix/*, hotfix/, true",
        "hotfix/*, my-hotfix/a, false",
        "*[bot], deps[bot], true",
        "*[bot], deps, false",
        "github.com/acme/*, github.com/acme/a/b, true",
        "*ab*ab, abab, true",
        "*ab*ab, ab, false",
        "*, anything at all, true",
    })
    void aStarInANameIsAnyCharacters(String pattern, String text, boolean matches) {
        assertThat(Glob.ofName(pattern).matches(text)).isEqualTo(matches);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "web/**, web/src/a.ts, true",
        "web/**, webs/a.ts, false",
        "web/, web/src/a.ts, true",
        "web, web/src/a.ts, false",
        "*.md, README.md, true",
        "*.md, docs/a.md, false",
        "**/*.md, README.md, true",
        "**/*.md, docs/deep/a.md, true",
        "a/**/b, a/b, true",
        "a/**/b, a/x/y/b, true",
        "a/**/b, a/xb, false",
        "a/**/b, axb, false",
        "services/*/api/**, services/web/api/x, true",
        "services/*/api/**, services/web/deep/api/x, false",
        "**, a/b, true",
        "a**b, a/x/b, true",
    })
    void aStarInAPathStaysInItsFolder(String pattern, String text, boolean matches) {
        assertThat(Glob.ofPath(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void aTextMadeToBeSlowIsNot() {
        // Given
        Glob glob = Glob.ofName("*a*a*a*a*a*a*a*a*b");
        String text = "a".repeat(200_000) + "cb";

        // When, Then
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(glob.matches(text + "c")).isFalse());
        Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> assertThat(glob.matches(text)).isTrue());
    }
}
