package dev.streamgauge.connectors.providers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryNameTest {

    @ParameterizedTest
    @CsvSource({
        "https://github.com/Acme/Shop, github.com/acme/shop",
        "https://github.com/acme/shop.git, github.com/acme/shop",
        "https://github.com/acme/.git, github.com/acme",
        "https://github.com/acme/shop/, github.com/acme/shop",
        "https://github.com//acme//shop, github.com/acme/shop",
        "https://ada:secret@github.com:8443/acme/shop?x#y, github.com/acme/shop",
        "https://github.com/acme/../shop, github.com/acme/shop",
        "https://github.com/acme/a b, github.com/acme/a-b",
        "https://github.com/acme/.github, github.com/acme/.github",
        "https://github.com/acme/x.y_z~+-1, github.com/acme/x.y_z~+-1",
        "HTTPS://github.com/acme/shop, github.com/acme/shop",
        "git@github.com:acme/shop.git, github.com/acme/shop",
    })
    void oneRepositoryHasOneName(String url, String name) {
        assertThat(RepositoryName.ofUrl(url)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://github.com", "https://github.com/", "https:///acme/shop", "https://", "acme/shop", ""})
    void whatNamesNoHostOrNoPathHasNone(String url) {
        assertThat(RepositoryName.ofUrl(url)).isNull();
    }
}
