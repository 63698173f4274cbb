package dev.streamgauge.connectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloneNameTest {

    private static final Path BASE = Path.of("/home/ada/shop");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "https://github.com/Acme/Shop.git, github.com/acme/shop",
        "https://github.com/acme/shop/, github.com/acme/shop",
        "https://ada:secret@github.com/acme/shop.git, github.com/acme/shop",
        "https://token@github.com:443/acme/shop?x=1, github.com/acme/shop",
        "ssh://git@GitHub.com:22/acme/shop.git, github.com/acme/shop",
        "git@github.com:acme/shop.git, github.com/acme/shop",
        "github.com:acme/shop, github.com/acme/shop",
        "git@gitlab.example.org:group/sub/shop.git, gitlab.example.org/group/sub/shop",
        "git://git.example.org/linux.git, git.example.org/linux",
        "https://example.org/~ada/my shop.git, example.org/~ada/my-shop",
        "https://example.org/../../etc/shop, example.org/etc/shop",
        "/srv/git/Acme/Shop.git, localhost/acme/shop",
        "file:///srv/git/acme/shop.git, localhost/acme/shop",
        "../other, localhost/ada/other",
        "/srv/git/acme/shop/.git, localhost/acme/shop",
        "/shop, localhost/shop",
        "C:\\git\\acme\\shop, localhost/acme/shop",
    })
    void aRemoteHasOneName(String url, String name) {
        assertThat(CloneName.ofRemote(url, BASE)).isEqualTo(name);
    }

    @Test
    void aDirectoryIsNamedWithItsParent() {
        assertThat(CloneName.ofDirectory(Path.of("/home/Ada/My Shop"))).isEqualTo("localhost/ada/my-shop");
    }

    @Test
    void theRootDirectoryHasANameToo() {
        assertThat(CloneName.ofDirectory(Path.of("/"))).isEqualTo("localhost/unnamed");
    }
}
