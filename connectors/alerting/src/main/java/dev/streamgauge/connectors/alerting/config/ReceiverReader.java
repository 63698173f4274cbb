package dev.streamgauge.connectors.alerting.config;

import dev.streamgauge.connectors.alerting.http.AddressRules;
import dev.streamgauge.connectors.alerting.notices.Matcher;
import dev.streamgauge.schemas.json.Names;
import dev.streamgauge.settings.flat.Secret;
import dev.streamgauge.settings.flat.Setting;
import dev.streamgauge.settings.flat.SettingsReader;
import dev.streamgauge.settings.match.Glob;
import java.net.URI;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the settings of single receivers. */
public final class ReceiverReader {

    private static final int LEAST_KEY = 24;
    private static final int MOST_KEY = 64;
    private static final String KEY = "whsec_";

    /** Which kind it is. */
    record Named(
            @Setting(name = "type", meaning = "`alertmanager`, `pagerduty`, `slack` or `webhook`. Required.")
            ReceiverType type) {}

    private final Map<String, String> given;
    private final SettingsReader reader;
    private final String networkPrefix;
    private final AddressRules rules;

    /** @param networkPrefix what the names of the network's settings begin with */
    public ReceiverReader(Map<String, String> given, SettingsReader reader, Network network, String networkPrefix) {
        this.given = given;
        this.reader = reader;
        this.networkPrefix = networkPrefix;
        this.rules = rules(network);
        if (network.trustStore() != null && !Files.isReadable(network.trustStore())) {
            mistake("%stls.truststore: the file %s cannot be read".formatted(networkPrefix, network.trustStore()));
        }
    }

    private AddressRules rules(Network network) {
        try {
            return new AddressRules(network.allowed());
        } catch (IllegalArgumentException e) {
            mistake("%sallow.hosts: %s".formatted(networkPrefix, e.getMessage()));
            return new AddressRules(List.of());
        }
    }

    /** The receiver whose settings begin so; empty if it has no type, of which the reader's mistakes tell. */
    public Optional<ReceiverConfig> read(String prefix) {
        ReceiverType type = reader.read(Named.class, prefix).type();
        if (type == null) {
            if (!given.containsKey(prefix + "type")) {
                mistake(prefix + "type is missing: alertmanager, pagerduty, slack or webhook");
            }
            given.keySet().stream().filter(name -> name.startsWith(prefix)).forEach(reader::know);
            return Optional.empty();
        }
        return Optional.of(
                switch (type) {
                    case ALERTMANAGER -> alertmanager(prefix);
                    case PAGERDUTY -> pagerDuty(prefix);
                    case SLACK -> slack(prefix);
                    case WEBHOOK -> webhook(prefix);
                });
    }

    private ReceiverConfig alertmanager(String prefix) {
        ReceiverConfig.Alertmanager config = reader.read(ReceiverConfig.Alertmanager.class, prefix);
        if (config.urls() == null) {
            missing(prefix + "urls");
        } else {
            config.urls().all().forEach(url -> checkAddress(prefix + "urls", url));
        }
        if ((config.user() == null) != (config.password() == null)) {
            mistake(prefix + "user and password belong together");
        }
        if (config.user() != null && config.token() != null) {
            mistake(prefix + "token and user exclude each other");
        }
        return config;
    }

    private ReceiverConfig pagerDuty(String prefix) {
        ReceiverConfig.PagerDuty config = reader.read(ReceiverConfig.PagerDuty.class, prefix);
        if (config.routingKey() == null) {
            missing(prefix + "routing.key");
        }
        checkAddress(prefix + "url", config.url());
        return config;
    }

    private ReceiverConfig slack(String prefix) {
        ReceiverConfig.Slack config = reader.read(ReceiverConfig.Slack.class, prefix);
        if ((config.webhook() == null) == (config.token() == null)) {
            mistake(prefix + "webhook.url or token: exactly one of them");
        }
        if (config.token() != null && config.channel() == null) {
            missing(prefix + "channel");
        }
        if (config.webhook() != null) {
            checkAddress(prefix + "webhook.url", config.webhook().reveal());
        }
        checkAddress(prefix + "url", config.url());
        return config;
    }

    private ReceiverConfig webhook(String prefix) {
        ReceiverConfig.Webhook config = reader.read(ReceiverConfig.Webhook.class, prefix);
        if (config.url() == null) {
            missing(prefix + "url");
        } else {
            checkAddress(prefix + "url", config.url().reveal());
        }
        if (config.secret() == null) {
            missing(prefix + "secret");
        }
        checkKey(prefix + "secret", config.secret());
        checkKey(prefix + "secret.previous", config.previous());
        return config;
    }

    private void checkKey(String name, Secret secret) {
        if (secret == null) {
            return;
        }
        String text = secret.reveal();
        int bytes = text.startsWith(KEY) ? decoded(text.substring(KEY.length())) : 0;
        if (bytes < LEAST_KEY || bytes > MOST_KEY) {
            mistake("%s should be whsec_ and %d to %d bytes in Base64: echo whsec_$(head -c 32 /dev/urandom | base64)"
                    .formatted(name, LEAST_KEY, MOST_KEY));
        }
    }

    private static int decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length;
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    // The address itself is not told: it may be a secret.
    private void checkAddress(String name, String text) {
        URI address = address(text);
        if (address == null) {
            mistake(name + " should be an address such as https://host/path, without a user and without a fragment");
        } else if (!address.getScheme().equals("https") && !rules.isListed(address.getHost())) {
            mistake("%s is not https: use https, or put %s into %sallow.hosts"
                    .formatted(name, address.getHost(), networkPrefix));
        }
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            boolean right = address.getScheme() != null
                    && address.getScheme().matches("https?")
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getFragment() == null;
            return right ? address : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void missing(String name) {
        if (!given.containsKey(name)) {
            mistake(name + " is missing");
        }
    }

    private void mistake(String text) {
        reader.mistakes().add(text);
    }

    /** What the settings that begin so say of alerts. */
    public static Matcher matcher(Map<String, String> given, SettingsReader reader, String prefix) {
        Map<String, List<Glob>> patterns = new HashMap<>();
        given.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                reader.know(name);
                String field = name.substring(prefix.length());
                check(reader, name, field);
                patterns.put(
                        field,
                        Stream.of(value.split(","))
                                .map(String::strip)
                                .map(Glob::ofName)
                                .toList());
            }
        });
        return new Matcher(patterns);
    }

    private static void check(SettingsReader reader, String name, String field) {
        if (!Matcher.FIELDS.contains(field) && !field.matches("labels\\..+")) {
            reader.mistakes()
                    .add("%s: alerts have no '%s', %s (or labels.<name>)"
                            .formatted(name, field, Names.suggest(field, Matcher.FIELDS)));
        }
    }
}
