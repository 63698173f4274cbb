package dev.streamgauge.connectors.alerting.kafka;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.delivery.Backoff;
import dev.streamgauge.connectors.alerting.delivery.Teller;
import dev.streamgauge.connectors.alerting.notices.Notice;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Later;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Refused;
import dev.streamgauge.connectors.alerting.receivers.Receiver.Repetition;
import dev.streamgauge.schemas.wire.UndecodableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** What a receiver's thread does again and again: read, learn, tell, and repeat what has to be repeated. While it rests it stays a member of its group. */
final class Turns implements Reader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final Parts parts;
    private final Shelves shelves;
    private final Commits commits;
    private long resumeAt = System.nanoTime();
    private long repeatAt = System.nanoTime();

    /** What the thread works with, whichever consumer it has. */
    record Parts(Teller teller, Backoff backoff, Reading reading, Complaints complaints) {

        Optional<Repetition> repetition() {
            return teller.receiver().repetition();
        }
    }

    Turns(Consumer<byte[], byte[]> consumer, Parts parts) {
        this.consumer = consumer;
        this.parts = parts;
        this.commits = new Commits(consumer);
        this.shelves = new Shelves(consumer, parts.repetition().isPresent());
        parts.repetition()
                .ifPresent(repetition -> repeatAt += repetition.every().toNanos());
    }

    @Override
    public ConsumerRebalanceListener places() {
        return shelves;
    }

    @Override
    public Optional<String> waiting() {
        return shelves.areOpen() ? Optional.empty() : Optional.of(NOT_YET);
    }

    @Override
    public void turn() throws InterruptedException {
        boolean rests = System.nanoTime() - resumeAt < 0;
        if (rests) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        List<Item> news = learn(records);
        if (rests) {
            back(firsts(news)); // Partitions that were assigned a moment ago were not paused.
            return;
        }
        if (open(news) && tell(news)) {
            repeat();
        }
    }

    /** Notes what is before the beginning; gives what is to be told. */
    private List<Item> learn(ConsumerRecords<byte[], byte[]> records) {
        List<Item> news = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Shelf shelf = shelves.get(new TopicPartition(record.topic(), record.partition()));
            Item item = new Item(record, alert(record, shelf));
            item.alert().ifPresent(parts.complaints()::learn);
            if (record.offset() >= shelf.begin()) {
                news.add(item);
            } else if (item.alert().isPresent()) {
                before(item.alert().get(), shelf, record);
            }
        }
        return news;
    }

    private Optional<Alert> alert(ConsumerRecord<byte[], byte[]> record, Shelf shelf) {
        try {
            return parts.reading().alert(record);
        } catch (UndecodableException e) {
            if (record.offset() >= shelf.begin() && shelf.isFirstLook(record.offset())) {
                parts.complaints().keep(record, new Refused("undecodable", String.valueOf(e.getMessage())));
            }
            return Optional.empty();
        }
    }

    private void before(Alert alert, Shelf shelf, ConsumerRecord<byte[], byte[]> record) {
        shelf.put(alert, record);
        if (!shelf.everythingIsNew()) {
            parts.teller().passed(alert);
        }
    }

    /** Tells what has to be told before all else; false if the receiver does not take it. */
    private boolean open(List<Item> news) throws InterruptedException {
        for (Map.Entry<TopicPartition, Shelf> each : shelves.toOpen().entrySet()) {
            Shelf shelf = each.getValue();
            Teller.Progress progress = parts.teller().tell(first(shelf), (notice, why) -> refuse(shelf, notice, why));
            if (progress.later().isPresent()) {
                back(firsts(news));
                rest(progress.later().get());
                return false;
            }
            shelf.open();
            if (shelf.everythingIsNew()) {
                commits.commit(Map.of(each.getKey(), shelf.begin()));
            }
        }
        return true;
    }

    private List<Notice> first(Shelf shelf) {
        if (parts.repetition().isPresent()) {
            return parts.teller().again(shelf.board());
        }
        return shelf.everythingIsNew()
                ? shelf.board().alerts().stream()
                        .flatMap(alert -> parts.teller().firing(alert).stream())
                        .toList()
                : List.of();
    }

    private void refuse(Shelf shelf, Notice notice, Refused why) {
        ConsumerRecord<byte[], byte[]> raw = shelf.raw(notice.alert());
        if (raw != null) {
            parts.complaints().refuse(raw, notice.alert(), why);
        }
    }

    /** Tells what is new; false if the receiver does not take it. */
    private boolean tell(List<Item> news) throws InterruptedException {
        if (parts.repetition().isPresent()) {
            news.forEach(item -> item.alert()
                    .ifPresent(alert -> shelves.get(item.partition()).board().put(alert)));
        }
        Batch.Rest rest = new Batch(parts.teller(), news, commits::commit, this::refuse).tell();
        rest.later().ifPresent(later -> {
            back(rest.again());
            rest(later);
        });
        boolean accepted = rest.later().isEmpty();
        if (accepted && news.stream().anyMatch(item -> item.alert().isPresent())) {
            parts.backoff().reset();
        }
        return accepted;
    }

    private void refuse(Item item, Refused why) {
        parts.complaints().refuse(item.record(), item.alert().orElseThrow(), why);
    }

    /** Tells again what the receiver would forget. */
    private void repeat() throws InterruptedException {
        Optional<Repetition> repetition = parts.repetition();
        if (repetition.isEmpty() || System.nanoTime() - repeatAt < 0) {
            return;
        }
        for (Shelf shelf : shelves.values()) {
            Teller.Progress progress = parts.teller().tell(parts.teller().again(shelf.board()), (notice, why) -> {});
            if (progress.later().isPresent()) {
                rest(progress.later().get());
                return;
            }
        }
        repeatAt = System.nanoTime() + repetition.get().every().toNanos();
        parts.backoff().reset();
    }

    private void rest(Later later) {
        resumeAt = System.nanoTime() + parts.backoff().next(later.rest()).toNanos();
    }

    private static Map<TopicPartition, Long> firsts(List<Item> items) {
        Map<TopicPartition, Long> firsts = new HashMap<>();
        items.forEach(item -> firsts.putIfAbsent(item.partition(), item.record().offset()));
        return firsts;
    }

    private void back(Map<TopicPartition, Long> places) {
        places.forEach(consumer::seek);
    }
}
