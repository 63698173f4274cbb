package dev.streamgauge.standalone.settings;

import dev.streamgauge.schemas.Topic;
import dev.streamgauge.schemas.wire.WireConfig;
import dev.streamgauge.standalone.LogFormat;
import dev.streamgauge.standalone.StandaloneException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.streams.StreamsConfig;

/** What a service needs to know of the user's Kafka, registry and sources. Nobody has connected to anything yet. */
public final class ServiceSettings {

    private static final Pattern FILES = Pattern.compile(
            "doors\\.file|gateway\\.tls\\.keystore|alerting\\.tls\\.truststore|processors\\.state\\.dir|source\\..*\\.secret\\.file");

    private final Path file;
    private final Map<String, String> written;
    private final Map<String, String> values;
    private final ExtraNames extra;
    private final List<String> mistakes = new ArrayList<>();

    private ServiceSettings(Path file, Map<String, String> environment) {
        this.file = file;
        this.written = new TreeMap<>(SettingsFile.read(file, mistakes));
        written.putAll(Environment.settings(environment));
        this.values = new References(written, mistakes).resolved(written);
        values.replaceAll((name, value) -> FILES.matcher(name).matches() ? beside(value) : value);
        this.extra = new ExtraNames(values.getOrDefault(KnownSettings.EXTRA, ""));
        check();
    }

    /**
     * Reads a file, and what the environment says instead.
     *
     * @throws StandaloneException if the file cannot be read; other mistakes are told by {@link #require}
     */
    public static ServiceSettings read(Path file, Map<String, String> environment) {
        return new ServiceSettings(file, environment);
    }

    // A path is meant from where it is written.
    private String beside(String path) {
        try {
            return file.toAbsolutePath().resolveSibling(path).normalize().toString();
        } catch (InvalidPathException e) {
            return path;
        }
    }

    private void check() {
        KnownSettings known = new KnownSettings(extra);
        if (extra.isTooWide()) {
            mistakes.add(KnownSettings.EXTRA + " may not be a star alone: every misspelled name would pass");
        }
        values.keySet().forEach(name -> known.mistake(name).ifPresent(mistakes::add));
        for (String name : List.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, WireConfig.URL)) {
            if (written.getOrDefault(name, "").isEmpty()) {
                mistakes.add(name + " is missing");
            }
        }
        if (LogFormat.named(values.getOrDefault(KnownSettings.LOG_FORMAT, "text"))
                .isEmpty()) {
            mistakes.add(KnownSettings.LOG_FORMAT + " should be text or json");
        }
        if (!values.getOrDefault(KnownSettings.LOG_TRACES, "false").matches("true|false")) {
            mistakes.add(KnownSettings.LOG_TRACES + " should be true or false");
        }
        if (!prefix().matches("[a-zA-Z0-9._-]{0,100}")) {
            mistakes.add(KnownSettings.TOPIC_PREFIX + " may hold letters, digits, dots, hyphens and underscores only");
        }
    }

    /**
     * Requires that all is well.
     *
     * @param more mistakes that others have found
     * @throws StandaloneException that tells all of them at once
     */
    public void require(Collection<String> more) {
        List<String> all = new ArrayList<>(mistakes);
        all.addAll(more);
        if (!all.isEmpty()) {
            throw new StandaloneException(
                    "%s cannot be used, for %s:"
                            .formatted(file, all.size() == 1 ? "this reason" : all.size() + " reasons"),
                    all);
        }
    }

    /** What the names of the topics begin with. */
    public String prefix() {
        return values.getOrDefault(KnownSettings.TOPIC_PREFIX, Topic.DEFAULT_PREFIX);
    }

    public String bootstrapServers() {
        return values.getOrDefault(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "");
    }

    /** In which form it says what happens; text if nobody says, or what nobody understands. */
    public LogFormat logFormat() {
        return LogFormat.named(values.getOrDefault(KnownSettings.LOG_FORMAT, ""))
                .orElse(LogFormat.TEXT);
    }

    /** Whether lines for people say where exceptions were thrown. */
    public boolean logsTraces() {
        return Boolean.parseBoolean(values.get(KnownSettings.LOG_TRACES));
    }

    /** For producers and for our serdes. */
    public Map<String, Object> producer() {
        return client(KafkaNames.producer(), KnownSettings.PRODUCER);
    }

    /** For consumers and for our serdes. */
    public Map<String, Object> consumer() {
        return client(KafkaNames.consumer(), KnownSettings.CONSUMER);
    }

    /** For administrators. */
    public Map<String, Object> admin() {
        Map<String, Object> config = new HashMap<>(ofClients(KnownSettings.ALL_CLIENTS, KafkaNames.admin()));
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        return config;
    }

    /** For an administrator who is the user of producers. */
    public Map<String, Object> adminAsProducer() {
        return adminAs(KnownSettings.PRODUCER);
    }

    /** For an administrator who is the user of consumers. */
    public Map<String, Object> adminAsConsumer() {
        return adminAs(KnownSettings.CONSUMER);
    }

    private Map<String, Object> adminAs(String clients) {
        Map<String, Object> config = admin();
        Map<String, String> own = ofClients(clients, KafkaNames.admin());
        own.keySet().removeIf(name -> !KafkaNames.saysWhoItIs(name) && !extra.include(name));
        config.putAll(own);
        return config;
    }

    /** For Kafka Streams, by its names. What its exactness rests on is not changed by them. */
    public Map<String, String> streams() {
        Map<String, String> config = new HashMap<>();
        addTo(config, StreamsConfig.PRODUCER_PREFIX, ofClients(KnownSettings.ALL_CLIENTS, KafkaNames.producer()));
        addTo(config, StreamsConfig.PRODUCER_PREFIX, ofClients(KnownSettings.PRODUCER, KafkaNames.producer()));
        addTo(config, StreamsConfig.CONSUMER_PREFIX, ofClients(KnownSettings.ALL_CLIENTS, KafkaNames.consumer()));
        addTo(config, StreamsConfig.CONSUMER_PREFIX, ofClients(KnownSettings.CONSUMER, KafkaNames.consumer()));
        addTo(config, StreamsConfig.ADMIN_CLIENT_PREFIX, ofClients(KnownSettings.ALL_CLIENTS, KafkaNames.admin()));
        return config;
    }

    private static void addTo(Map<String, String> config, String prefix, Map<String, String> found) {
        found.forEach((name, value) -> {
            if (!KafkaNames.STREAMS_OWN.contains(name)) {
                config.put(prefix + name, value);
            }
        });
    }

    /** How to reach the registry. */
    public Map<String, String> registry() {
        Map<String, String> own = new HashMap<>(values);
        own.keySet().removeIf(name -> !KnownSettings.isRegistry(name));
        return own;
    }

    // A setting that a client does not know would only make it complain.
    private Map<String, Object> client(Set<String> names, String own) {
        Map<String, Object> config = new HashMap<>(registry());
        config.putAll(ofClients(KnownSettings.ALL_CLIENTS, names));
        config.putAll(ofClients(own, names));
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        return config;
    }

    private Map<String, String> ofClients(String prefix, Set<String> names) {
        Map<String, String> found = starting(prefix, names);
        values.forEach((name, value) -> {
            if (name.startsWith(prefix) && extra.include(name.substring(prefix.length()))) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    private Map<String, String> starting(String prefix, Set<String> names) {
        Map<String, String> found = new HashMap<>();
        for (String name : names) {
            if (values.containsKey(prefix + name)) {
                found.put(name, values.get(prefix + name));
            }
        }
        return found;
    }

    /** The gateway's own settings. */
    public Map<String, String> gateway() {
        Map<String, String> own = new TreeMap<>(values);
        own.keySet().removeIf(name -> !KnownSettings.isGateway(name));
        return own;
    }

    /** The settings of the sink of alerts. */
    public Map<String, String> alerting() {
        Map<String, String> own = new TreeMap<>(values);
        own.keySet().removeIf(name -> !KnownSettings.isAlerting(name));
        return own;
    }

    /** The processors' own settings. */
    public Map<String, String> processors() {
        Map<String, String> own = new TreeMap<>(values);
        own.keySet().removeIf(name -> !KnownSettings.isProcessors(name));
        return own;
    }

    /** Whether there is a setting whose name begins so. */
    public boolean hasAny(String beginning) {
        return values.keySet().stream().anyMatch(name -> name.startsWith(beginning));
    }

    /** The rules of the doors; null: the usual ones. */
    public Path doors() {
        String path = values.getOrDefault("doors.file", "");
        return path.isEmpty() ? null : Path.of(path);
    }

    /** How to reach the API of a provider whose past is read: {@code url}, {@code token} and so on. */
    public Map<String, String> polling(String provider) {
        return starting(KnownSettings.POLL + provider + ".", Set.copyOf(KnownSettings.POLL_SETTINGS));
    }

    /** All settings as they will be used, a line each; what is secret is masked, and so is what is no setting. */
    public String printed() {
        KnownSettings known = new KnownSettings(extra);
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> text.append(name)
                .append('=')
                .append(known.isKnown(name) ? Secrets.shown(name, written.get(name), value) : Secrets.MASK)
                .append('\n'));
        return text.toString();
    }
}
