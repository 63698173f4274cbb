package dev.streamgauge.connectors.alerting.kafka;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.delivery.Teller;
import dev.streamgauge.connectors.alerting.notices.Notice;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Later;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Some records on their way to a receiver, in order. What is done is committed after every call, so that a sink that is killed repeats one call at most.
 */
final class Batch {

    private final Teller teller;
    private final List<Item> items;
    private final Consumer<Map<TopicPartition, Long>> commit;
    private final Refusal refusal;
    private final List<Integer> waiting = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    /** Keeps what is refused. */
    interface Refusal {
        void refuse(Item item, Refused why);
    }

    Batch(Teller teller, List<Item> items, Consumer<Map<TopicPartition, Long>> commit, Refusal refusal) {
        this.teller = teller;
        this.items = items;
        this.commit = commit;
        this.refusal = refusal;
    }

    /**
     * What is left.
     *
     * @param again where each partition has to be read again; empty: nowhere
     * @param later why
     */
    record Rest(Map<TopicPartition, Long> again, Optional<Later> later) {

        static final Rest NOTHING = new Rest(Map.of(), Optional.empty());
    }

    /** Tells as much as the receiver takes. */
    Rest tell() throws InterruptedException {
        for (int i = 0; i < items.size(); i++) {
            Optional<Alert> alert = items.get(i).alert();
            Optional<Rest> stuck = alert.isPresent() && isWaiting(alert.get()) ? flush(i) : Optional.empty();
            if (stuck.isPresent()) {
                return stuck.get();
            }
            Optional<Notice> notice = alert.flatMap(this::due);
            if (notice.isPresent()) {
                waiting.add(i);
                notices.add(notice.get());
            }
            stuck = notices.size() == teller.receiver().most() ? flush(i + 1) : Optional.empty();
            if (stuck.isPresent()) {
                return stuck.get();
            }
        }
        return flush(items.size()).orElse(Rest.NOTHING);
    }

    // What one alert's version means may depend on what has been told of the one before.
    private boolean isWaiting(Alert alert) {
        return notices.stream()
                .anyMatch(notice -> notice.alert().getFingerprint().equals(alert.getFingerprint()));
    }

    private Optional<Notice> due(Alert alert) {
        Optional<Notice> notice = teller.due(alert);
        if (notice.isEmpty()) {
            teller.passed(alert);
        }
        return notice;
    }

    /** Tells what waits; then all before the end is done. */
    private Optional<Rest> flush(int end) throws InterruptedException {
        Teller.Progress progress = teller.tell(
                List.copyOf(notices),
                (notice, why) -> refusal.refuse(items.get(waiting.get(notices.indexOf(notice))), why));
        int done = progress.later().isPresent() ? waiting.get(progress.done()) : end;
        commit(done);
        waiting.clear();
        notices.clear();
        return progress.later().map(later -> new Rest(from(done), Optional.of(later)));
    }

    private void commit(int done) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        items.subList(0, done)
                .forEach(item -> offsets.put(item.partition(), item.record().offset() + 1));
        if (!offsets.isEmpty()) {
            commit.accept(offsets);
        }
    }

    private Map<TopicPartition, Long> from(int first) {
        Map<TopicPartition, Long> again = new HashMap<>();
        items.subList(first, items.size())
                .forEach(item ->
                        again.putIfAbsent(item.partition(), item.record().offset()));
        return again;
    }
}
