package dev.streamgauge.settings.flat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenerTest {

    private static List<Listener> at(String... addresses) {
        return IntStream.range(0, addresses.length)
                .mapToObj(i -> new Listener("setting." + i, Address.parse(addresses[i])))
                .toList();
    }

    @Test
    void shouldNameBothSettingsOfOnePort() {
        // Given
        List<Listener> listeners = at("127.0.0.1:8090", "127.0.0.1:8091", "127.0.0.1:8090");

        // When
        List<String> clashes = Listener.clashes(listeners);

        // Then
        assertThat(clashes)
                .containsExactly(
                        "setting.0 (127.0.0.1:8090) and setting.2 (127.0.0.1:8090) are the same port of this machine: set another one for either");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8090, localhost:8090, true",
        "127.0.0.1:8090, 0.0.0.0:8090, true",
        "[::]:8090, 127.0.0.1:8090, true",
        "unknown.invalid:8090, UNKNOWN.invalid:8090, true",
        "unknown.invalid:8090, 127.0.0.1:8090, false",
        "127.0.0.1:8090, 127.0.0.2:8090, false",
        "127.0.0.1:8090, 127.0.0.1:8091, false",
        "127.0.0.1:0, 127.0.0.1:0, false",
    })
    void shouldTellWhetherBothCanBeHad(String one, String other, boolean clash) {
        // When
        List<String> clashes = Listener.clashes(at(one, other));

        // Then
        assertThat(clashes).hasSize(clash ? 1 : 0);
    }
}
