package dev.streamgauge.schemas.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** The secret that a registry asks for. Never shows itself. */
final class Credentials {

    private final String header;

    private Credentials(String header) {
        this.header = header;
    }

    /** Null if none are configured. */
    static Credentials from(Map<String, ?> config) {
        String token = RegistrySettings.text(config, WireConfig.BEARER_TOKEN);
        String user = RegistrySettings.text(config, WireConfig.USER_INFO);
        if (token != null && user != null) {
            throw new RegistryConfigException(
                    "Set only one of " + WireConfig.BEARER_TOKEN + " and " + WireConfig.USER_INFO);
        }
        if (token != null) {
            return new Credentials("Bearer " + printable(token, WireConfig.BEARER_TOKEN));
        }
        return user == null ? null : basic(user, RegistrySettings.text(config, WireConfig.CREDENTIALS_SOURCE));
    }

    private static Credentials basic(String user, String source) {
        if (source != null && !source.equals("USER_INFO")) {
            throw new RegistryConfigException(
                    WireConfig.CREDENTIALS_SOURCE + ": '" + source + "' is not supported: use USER_INFO");
        }
        if (!user.contains(":")) {
            throw new RegistryConfigException(WireConfig.USER_INFO + " should look like user:password");
        }
        return new Credentials("Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    private static String printable(String secret, String key) {
        if (!secret.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new RegistryConfigException(key + " holds a character that a header cannot carry");
        }
        return secret;
    }

    /** The value of the Authorization header. */
    String header() {
        return header;
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
