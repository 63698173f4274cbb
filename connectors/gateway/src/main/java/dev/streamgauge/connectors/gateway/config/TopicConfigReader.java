package dev.streamgauge.connectors.gateway.config;

import dev.streamgauge.settings.flat.SettingsReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Reads the settings of the sources that are topics. */
final class TopicConfigReader {

    private static final Pattern TOPIC = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}");
    private static final List<String> OF_ADDRESSES = List.of("scheme", "secret", "secret.file", "secret.previous");

    /** On these rests the promise that nothing is lost. */
    private static final List<String> OURS = List.of(
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            ConsumerConfig.GROUP_ID_CONFIG,
            ConsumerConfig.GROUP_PROTOCOL_CONFIG,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);

    private final Map<String, String> given;
    private final SettingsReader reader;
    private final ProviderNames providers;

    TopicConfigReader(Map<String, String> given, SettingsReader reader, ProviderNames providers) {
        this.given = given;
        this.reader = reader;
        this.providers = providers;
    }

    boolean isTopic(String source) {
        return given.containsKey(prefix(source) + "topic");
    }

    TopicConfig read(String source) {
        String prefix = prefix(source);
        TopicConfig config = reader.read(TopicConfig.class, prefix);
        providers.check(prefix, config.provider());
        if (config.topic() != null && !TOPIC.matcher(config.topic()).matches()) {
            mistake(prefix + "topic is no name of a topic: letters, digits, '.', '_' and '-', at most 249");
        }
        OF_ADDRESSES.stream().filter(name -> given.containsKey(prefix + name)).forEach(name -> {
            reader.know(prefix + name);
            mistake("%s%s and %stopic exclude each other: a topic is protected by the ACLs of its cluster"
                    .formatted(prefix, name, prefix));
        });
        OURS.stream()
                .filter(config.kafka().values()::containsKey)
                .forEach(name -> mistake("%skafka.%s is the gateway's to say: leave it out".formatted(prefix, name)));
        return config;
    }

    private static String prefix(String source) {
        return "source." + source + ".";
    }

    private void mistake(String text) {
        reader.mistakes().add(text);
    }
}
