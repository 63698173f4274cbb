package dev.streamgauge.connectors.alerting.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    private static final AddressRules STRICT = new AddressRules(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void shouldRefuseWhatIsNotTheInternet(String address) throws UnknownHostException {
        assertThat(STRICT.allow("example.org", InetAddress.getByName(address))).isFalse();
    }

    @Test
    void shouldRefuseAnAddressThatIsMappedByItsBytes() throws UnknownHostException {
        // Given
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = 127;
        mapped[15] = 1;

        // Then
        assertThat(STRICT.allow("example.org", InetAddress.getByAddress(mapped)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1", "2606:4700::1111"})
    void shouldAllowTheInternet(String address) throws UnknownHostException {
        assertThat(STRICT.allow("example.org", InetAddress.getByName(address))).isTrue();
    }

    @Test
    void shouldAllowWhatIsOnTheListAndNothingBesideIt() throws UnknownHostException {
        // Given
        AddressRules rules = new AddressRules(List.of("10.1.0.0/16", "alerts.corp", "*.example.org", "fd00::/8"));
        InetAddress near = InetAddress.getByName("10.1.255.255");
        InetAddress beside = InetAddress.getByName("10.2.0.0");

        // Then
        assertThat(rules.allow("any", near)).isTrue();
        assertThat(rules.allow("any", beside)).isFalse();
        assertThat(rules.allow("ALERTS.corp.", beside)).isTrue();
        assertThat(rules.allow("a.example.org", beside)).isTrue();
        assertThat(rules.allow("example.org", beside)).isFalse();
        assertThat(rules.allow("evilexample.org", beside)).isFalse();
        assertThat(rules.allow("any", InetAddress.getByName("fd00::1"))).isTrue();
        assertThat(rules.isListed("10.1.2.3")).isTrue();
        assertThat(rules.isListed("[fd00::1]")).isTrue();
        assertThat(rules.isListed("10.1.2.3.example.com")).isFalse();
    }

    @Test
    void shouldRefuseAListThatCannotBeRead() {
        assertThatThrownBy(() -> new AddressRules(List.of("10.0.0.0/33"))).hasMessageContaining("'10.0.0.0/33'");
        assertThatThrownBy(() -> new AddressRules(List.of("https://host"))).hasMessageContaining("no name of a host");
        assertThatThrownBy(() -> new AddressRules(List.of("*"))).hasMessageContaining("'*'");
    }
}
