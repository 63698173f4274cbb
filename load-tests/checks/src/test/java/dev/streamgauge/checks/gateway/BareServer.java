package dev.streamgauge.checks.gateway;

import dev.streamgauge.schemas.Topics;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The least that anybody must do who takes webhooks: read the body, produce it as it is, answer when the broker has acknowledged it. */
final class BareServer implements AutoCloseable {

    private static final int THREADS = 64;

    private final KafkaProducer<byte[], byte[]> producer;
    private final Server server = new Server(new QueuedThreadPool(THREADS));
    private final ServerConnector connector = new ServerConnector(server);

    BareServer(Map<String, Object> clientConfig) throws Exception {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ProducerConfig.ACKS_CONFIG, "all"); // As the gateway's producer.
        config.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Produce());
        server.start();
    }

    int port() {
        return connector.getLocalPort();
    }

    private final class Produce extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Content.Source.asByteBuffer(
                    request, Promise.from(body -> produce(body, response, callback), callback::failed));
            return true;
        }

        private void produce(ByteBuffer body, Response response, Callback callback) {
            var unused = producer.send(
                    new ProducerRecord<>(Topics.RAW_EVENTS.name(Rig.PREFIX), BufferUtil.toArray(body)),
                    (metadata, failure) -> {
                        response.setStatus(failure == null ? 202 : 503);
                        callback.succeeded();
                    });
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The bare server did not stop", e);
        }
        producer.close();
    }
}
