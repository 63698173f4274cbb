package dev.streamgauge.standalone.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/**
 * What Kafka's transaction coordinator says when it leaves out a marker, because it takes a partition for deleted. Whether a reader then
 * waits for ever depends on some milliseconds more, so the word is a surer sign than the reader.
 */
final class MarkersLeftOut extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger logger =
            (Logger) LoggerFactory.getLogger("kafka.coordinator.transaction.TransactionMarkerChannelManager");
    private final List<String> messages = new CopyOnWriteArrayList<>();

    MarkersLeftOut() {
        logger.setLevel(Level.INFO);
        logger.addAppender(this);
        start();
    }

    List<String> messages() {
        return messages;
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(null);
        stop();
    }

    @Override
    protected void append(ILoggingEvent event) {
        String message = event.getFormattedMessage();
        if (message.contains("can be skipped")) {
            messages.add(message);
        }
    }
}
