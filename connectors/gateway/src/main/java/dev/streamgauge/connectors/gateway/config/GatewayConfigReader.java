package dev.streamgauge.connectors.gateway.config;

import dev.streamgauge.connectors.gateway.config.GatewayConfig.Keep;
import dev.streamgauge.connectors.gateway.config.GatewayConfig.Listen;
import dev.streamgauge.connectors.gateway.signatures.Scheme;
import dev.streamgauge.settings.SettingsException;
import dev.streamgauge.settings.flat.Kind;
import dev.streamgauge.settings.flat.Secret;
import dev.streamgauge.settings.flat.Setting;
import dev.streamgauge.settings.flat.SettingsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the settings, and holds them against each other. */
final class GatewayConfigReader {

    /** A secret of fewer characters can be guessed. */
    private static final int SHORTEST_SECRET = 8;

    private static final Pattern SOURCE =
            Pattern.compile("source\\.([a-z0-9][a-z0-9-]{0,62})\\.(?:[a-z.]+|kafka\\..+)");

    private static final Kind<Scheme> SCHEME = new Kind<>(
            Scheme.class,
            "one of " + Arrays.stream(Scheme.values()).map(Scheme::code).collect(Collectors.joining(", ")),
            Scheme::named);

    /** What else is set. */
    record Rules(
            @Setting(
                    name = "doors.file",
                    meaning =
                            "The rules of the doors, in YAML: who is an agent, what is a hotfix. Left out: the usual ones.")
            Path file) {}

    private final Map<String, String> given;
    private final SettingsReader reader;
    private final ProviderNames providers;
    private final TopicConfigReader topics;

    GatewayConfigReader(Map<String, String> given, List<String> providers) {
        this.given = given;
        this.reader = new SettingsReader(given, SCHEME);
        this.providers = new ProviderNames(providers, reader.mistakes());
        this.topics = new TopicConfigReader(given, reader, this.providers);
    }

    GatewayConfig read() {
        Listen listen = reader.read(Listen.class, "");
        Tls tls = reader.read(Tls.class, "");
        Limits limits = reader.read(Limits.class, "");
        Keep keep = reader.read(Keep.class, "");
        Path doors = reader.read(Rules.class, "").file();
        Map<String, SourceConfig> sources = new TreeMap<>();
        Map<String, TopicConfig> read = new TreeMap<>();
        for (String name : names()) {
            if (topics.isTopic(name)) {
                read.put(name, topics.read(name));
            } else {
                sources.put(name, source(name, listen));
            }
        }
        reader.requireNothingElse();
        checkFiles(tls, doors);
        if (!reader.mistakes().isEmpty()) {
            throw new SettingsException(reader.mistakes());
        }
        return new GatewayConfig(listen, tls, limits, keep, doors, sources, read);
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String name : given.keySet()) {
            Matcher source = SOURCE.matcher(name);
            if (source.matches()) {
                names.add(source.group(1));
            }
        }
        if (names.isEmpty()) {
            mistake("No source is configured: set source.<name>.provider and source.<name>.secret");
        }
        return names;
    }

    private SourceConfig source(String name, Listen listen) {
        String prefix = "source." + name + ".";
        SourceConfig source = new SecretFile(prefix, reader.mistakes()).in(reader.read(SourceConfig.class, prefix));
        providers.check(prefix, source.provider());
        if (source.provider() == null) {
            return source;
        }
        boolean usual = source.scheme() == null && !given.containsKey(prefix + "scheme");
        SourceConfig whole = usual ? source.withScheme(Scheme.usual(source.provider())) : source;
        checkSecrets(prefix, whole, listen);
        return whole;
    }

    private void checkSecrets(String prefix, SourceConfig source, Listen listen) {
        if (source.scheme() == Scheme.NONE) {
            requireLoopback(prefix, listen);
            return;
        }
        if (source.secret() == null && source.secretFile() == null) {
            mistake(prefix + "secret is missing: without it anybody could send");
        }
        checkLength(prefix + "secret", source.secret());
        checkLength(prefix + "secret.previous", source.previous());
        if (source.scheme() == Scheme.BASIC
                && source.secrets().stream().anyMatch(secret -> !secret.reveal().contains(":"))) {
            mistake(prefix + "secret should be user:password, for the scheme basic");
        }
    }

    private void requireLoopback(String prefix, Listen listen) {
        if (listen.webhooks() != null && !listen.webhooks().isLoopback()) {
            mistake(
                    "%sscheme is none, but gateway.listen is %s, where others than this machine can send: choose a scheme"
                            .formatted(prefix, listen.webhooks()));
        }
    }

    private void checkLength(String name, Secret secret) {
        if (secret != null && secret.reveal().length() < SHORTEST_SECRET) {
            mistake("%s is too short: it needs at least %d characters".formatted(name, SHORTEST_SECRET));
        }
    }

    private void checkFiles(Tls tls, Path doors) {
        if (tls.keystore() != null && tls.password() == null) {
            mistake("gateway.tls.keystore.password is missing: gateway.tls.keystore is set");
        }
        checkFile("gateway.tls.keystore", tls.keystore());
        checkFile("doors.file", doors);
    }

    private void checkFile(String name, Path file) {
        if (file != null && !Files.isReadable(file)) {
            mistake("%s: the file %s cannot be read".formatted(name, file));
        }
    }

    private void mistake(String text) {
        reader.mistakes().add(text);
    }
}
