package dev.streamgauge.checks.connect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgauge.standalone.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.cli.ConnectStandalone;
import org.apache.kafka.connect.runtime.Connect;

/** A standalone Kafka Connect worker in this JVM, spoken to by its REST API as any other. */
final class Worker implements AutoCloseable {

    private final Connect<?> connect;
    private final Rest rest;

    private Worker(Connect<?> connect) {
        this.connect = connect;
        this.rest = new Rest(connect.rest().serverUrl());
    }

    static Worker start(Platform platform, Path directory) {
        Map<String, String> config = new HashMap<>();
        config.put("bootstrap.servers", platform.bootstrapServers());
        config.put("plugin.discovery", "service_load");
        config.put("listeners", "http://127.0.0.1:0");
        config.put("offset.storage.file.filename", directory.resolve("offsets").toString());
        config.put("offset.flush.interval.ms", "200");
        config.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        config.put("value.converter", "dev.streamgauge.connectors.connect.StreamgaugeAvroConverter");
        config.put("value.converter.schema.registry.url", platform.registryUrl());
        return new Worker(new ConnectStandalone().startConnect(config));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return rest.get(path);
    }

    JsonNode put(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return rest.put(path, body);
    }

    JsonNode patch(String path, String body) throws IOException, InterruptedException {
        return rest.patch(path, body);
    }

    @Override
    public void close() {
        connect.stop();
        connect.awaitStop();
    }
}
