package dev.streamgauge.connectors.alerting.kafka;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.notices.Board;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What is known of one partition. It is read from its beginning: up to a place only to know, from there on to tell. Bounded by what the compacted topic holds.
 */
final class Shelf {

    private final Board board = new Board();
    private final Map<String, ConsumerRecord<byte[], byte[]>> raw = new HashMap<>();
    private final long begin;
    private final boolean everythingIsNew;
    private boolean open;
    private long looked;

    /**
     * A partition that has been assigned.
     *
     * @param begin where telling begins
     * @param everythingIsNew whether what fires before it has to be told first
     */
    Shelf(long begin, boolean everythingIsNew) {
        this.begin = begin;
        this.everythingIsNew = everythingIsNew;
    }

    long begin() {
        return begin;
    }

    boolean everythingIsNew() {
        return everythingIsNew;
    }

    Board board() {
        return board;
    }

    /** Whether this is the first time that a record is found to be no alert: what the receiver does not take is read again and again. */
    boolean isFirstLook(long offset) {
        boolean first = offset >= looked;
        looked = Math.max(looked, offset + 1);
        return first;
    }

    /** Whether all before the beginning is known, and told if need be. */
    boolean isOpen() {
        return open;
    }

    void open() {
        open = true;
        raw.clear();
    }

    /** Takes a version of an alert, and keeps what it was read from as long as that may be needed. */
    void put(Alert alert, ConsumerRecord<byte[], byte[]> from) {
        board.put(alert);
        if (!open && everythingIsNew) {
            raw.put(alert.getFingerprint(), from);
        }
    }

    /** What an alert was read from; null if that is not kept. */
    ConsumerRecord<byte[], byte[]> raw(Alert alert) {
        return raw.get(alert.getFingerprint());
    }
}
