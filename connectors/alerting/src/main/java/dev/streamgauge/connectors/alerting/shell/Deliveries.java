package dev.streamgauge.connectors.alerting.shell;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.delivery.Teller;
import dev.streamgauge.connectors.alerting.notices.Board;
import dev.streamgauge.connectors.alerting.notices.Notice;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Refused;
import dev.streamgauge.connectors.alerting.receivers.Receiver.Repetition;
import dev.streamgauge.schemas.wire.UndecodableException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;

/** What a task does with alerts, one by one. A receiver that forgets is told nothing before all that the topic holds is known. */
final class Deliveries {

    private final Teller teller;
    private final Refusals refusals;
    private final Map<TopicPartition, Board> boards = new HashMap<>();
    private boolean isUpToDate;
    private long repeatAt = System.nanoTime();

    Deliveries(Teller teller, Refusals refusals) {
        this.teller = teller;
        this.refusals = refusals;
    }

    /** The alert of a record; empty if it is none, which is reported. */
    Optional<Alert> decoded(SinkRecord record, Supplier<Alert> decoding) {
        try {
            return Optional.of(decoding.get());
        } catch (UndecodableException e) {
            refusals.report(record, new Refused("undecodable", String.valueOf(e.getMessage())));
            return Optional.empty();
        } catch (RetriableException e) {
            throw new org.apache.kafka.connect.errors.RetriableException(e.getMessage(), e);
        }
    }

    /** Tells of an alert, if that is due; otherwise how long the receiver wants to be left alone. */
    Optional<Duration> take(SinkRecord record, TopicPartition partition, Alert alert) throws InterruptedException {
        if (teller.receiver().repetition().isPresent()) {
            boards.computeIfAbsent(partition, each -> new Board()).put(alert);
            if (!isUpToDate) {
                return Optional.empty();
            }
        }
        Optional<Notice> notice = teller.due(alert);
        if (notice.isEmpty()) {
            teller.passed(alert);
            return Optional.empty();
        }
        return told(teller.tell(List.of(notice.get()), (refused, why) -> refusals.refuse(record, alert, why)));
    }

    private static Optional<Duration> told(Teller.Progress progress) {
        return progress.later().map(later -> later.rest().orElse(Duration.ZERO));
    }

    /** Nothing new has come: what has to be repeated is, if it is time. */
    Optional<Duration> repeat() throws InterruptedException {
        Optional<Repetition> repetition = teller.receiver().repetition();
        if (repetition.isEmpty() || System.nanoTime() - repeatAt < 0) {
            return Optional.empty();
        }
        for (Board board : boards.values()) {
            Optional<Duration> later = told(teller.tell(teller.again(board), (refused, why) -> {}));
            if (later.isPresent()) {
                return later;
            }
        }
        isUpToDate = true;
        repeatAt = System.nanoTime() + repetition.get().every().toNanos();
        return Optional.empty();
    }

    /** When it wants to be asked to {@link #repeat} again. */
    Optional<Duration> untilRepeated() {
        return teller.receiver().repetition().map(any -> Duration.ofNanos(repeatAt - System.nanoTime()));
    }

    /** Another task has these partitions now. */
    void forget(Collection<TopicPartition> partitions) {
        boards.keySet().removeAll(partitions);
        isUpToDate = false;
    }
}
