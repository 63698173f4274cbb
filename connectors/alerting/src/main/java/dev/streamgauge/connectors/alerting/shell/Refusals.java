package dev.streamgauge.connectors.alerting.shell;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.notices.Alerts;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Refused;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** Hands what is refused for good to the worker, which keeps it as its settings say: {@code errors.tolerance} and {@code errors.deadletterqueue.*}. */
final class Refusals {

    private final ErrantRecordReporter reporter;

    Refusals(SinkTaskContext context) {
        this.reporter = context.errantRecordReporter();
    }

    /**
     * Hands an alert over. A heartbeat is not kept: there is another every minute, and later nobody has any use for it.
     *
     * @throws ConnectException if nobody has said where to keep what is refused
     */
    void refuse(SinkRecord record, Alert alert, Refused why) {
        if (reporter == null || !Alerts.isHeartbeat(alert)) {
            report(record, why);
        }
    }

    /** @throws ConnectException if nobody has said where to keep it */
    void report(SinkRecord record, Refused why) {
        ConnectException refusal = new ConnectException(why.reason() + ": " + why.why());
        if (reporter == null) {
            throw new ConnectException(
                    "An alert is refused, and errors.deadletterqueue.topic.name is not set: " + why.why(), refusal);
        }
        try {
            reporter.report(record, refusal).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new ConnectException(
                    "A refused alert cannot be kept: " + e.getCause().getMessage(), e);
        }
    }
}
