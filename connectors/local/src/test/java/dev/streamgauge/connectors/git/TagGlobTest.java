package dev.streamgauge.connectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagGlobTest {

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "*, anything/at-all, true",
        "v*, v1.2, true",
        "v*, rev1, false",
        "v?.?, v1.2, true",
        "v?.?, v1.10, false",
        "release/*, release/a/b, true",
        "v[0-9]*, v1, true",
        "v[0-9]*, vx, false",
        "v[!0-9]*, vx, true",
        "v[^0-9]*, v1, false",
        "v[]a], v], true",
        "v[a-], v-, true",
        "v[&&x], v&, true",
        "v[, v[, true",
        "v\\*, v*, true",
        "v\\*, v1, false",
        "v1.2, v1x2, false",
        "v+(1), v+(1), true",
        "ü*, ü1, true",
    })
    void theGlobMatchesWholeNames(String glob, String name, boolean matches) {
        assertThat(TagGlob.compile(glob).matcher(name).matches()).isEqualTo(matches);
    }
}
