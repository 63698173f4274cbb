package dev.streamgauge.standalone.registry;

import static dev.streamgauge.standalone.registry.RegistryFixture.GROWN;
import static dev.streamgauge.standalone.registry.RegistryFixture.MANDATORY;
import static dev.streamgauge.standalone.registry.RegistryFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTest {

    // From USER to MANDATORY, what is old cannot be read any more; the other way round, what is new cannot be read.
    @ParameterizedTest
    @CsvSource({
        "NONE, true, true",
        "BACKWARD, false, true",
        "BACKWARD_TRANSITIVE, false, true",
        "FORWARD, true, false",
        "FORWARD_TRANSITIVE, true, false",
        "FULL, false, false",
        "FULL_TRANSITIVE, false, false"
    })
    void shouldHoldASchemaAgainstTheLastVersion(Level level, boolean mayAdd, boolean mayDrop) {
        assertThat(fits(level, MANDATORY, USER)).isEqualTo(mayAdd);
        assertThat(fits(level, USER, MANDATORY)).isEqualTo(mayDrop);
    }

    // USER, then GROWN, then MANDATORY: each fits its neighbour, but the last cannot read what the first wrote.
    @ParameterizedTest
    @CsvSource({
        "NONE, true",
        "BACKWARD, true",
        "BACKWARD_TRANSITIVE, false",
        "FORWARD, true",
        "FORWARD_TRANSITIVE, true",
        "FULL, true",
        "FULL_TRANSITIVE, false"
    })
    void shouldLookBehindTheLastVersionOnlyIfTransitive(Level level, boolean fits) {
        assertThat(fits(level, MANDATORY, USER, GROWN)).isEqualTo(fits);
    }

    private static boolean fits(Level level, String candidate, String... earlier) {
        List<SchemaVersion> versions = IntStream.range(0, earlier.length)
                .mapToObj(i -> new SchemaVersion("s", i + 1, i + 1, earlier[i], false))
                .toList();
        return Compatibility.problems(level, Schemas.parse(candidate), versions).isEmpty();
    }
}
