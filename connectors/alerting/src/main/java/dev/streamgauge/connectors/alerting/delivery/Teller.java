package dev.streamgauge.connectors.alerting.delivery;

import dev.streamgauge.alerts.v1.Alert;
import dev.streamgauge.connectors.alerting.notices.Alerts;
import dev.streamgauge.connectors.alerting.notices.Board;
import dev.streamgauge.connectors.alerting.notices.Notice;
import dev.streamgauge.connectors.alerting.notices.Told;
import dev.streamgauge.connectors.alerting.receivers.Outcome;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Later;
import dev.streamgauge.connectors.alerting.receivers.Outcome.Refused;
import dev.streamgauge.connectors.alerting.receivers.Receiver;
import dev.streamgauge.connectors.alerting.receivers.Receiver.Repetition;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one receiver what is due to it. For one thread. */
public final class Teller {

    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
    private static final int MOST_REFUSED = 1_000;

    private final String name;
    private final Receiver receiver;
    private final InstantSource clock;
    private final Events events;
    private final Told told;
    private final Set<String> refused = Collections.newSetFromMap(new LinkedHashMap<>() {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_REFUSED;
        }
    });
    private String complaint = "";

    /**
     * Tells nobody yet.
     *
     * @param name the receiver's
     * @param wanted which alerts concern it
     */
    public Teller(String name, Receiver receiver, Predicate<Alert> wanted, InstantSource clock, Events events) {
        this.name = name;
        this.receiver = receiver;
        this.clock = clock;
        this.events = events;
        this.told = new Told(
                alert -> wanted.test(alert) && (receiver.takesHeartbeats() || !Alerts.isHeartbeat(alert)),
                receiver.canBeHushed());
    }

    /**
     * How far it has come.
     *
     * @param done so many of the notices, from the first on, are accepted or refused
     * @param later why the next is not
     */
    public record Progress(int done, Optional<Later> later) {}

    /** Who is told. */
    public Receiver receiver() {
        return receiver;
    }

    /** What is due of an alert's new version. */
    public Optional<Notice> due(Alert alert) {
        return told.due(alert);
    }

    /** What is due of an alert to a receiver that has not been told of anything yet. */
    public Optional<Notice> firing(Alert alert) {
        return told.firing(alert);
    }

    /** Notes that nothing is to be told of an alert, or that it has been told in an earlier life. */
    public void passed(Alert alert) {
        told.passed(alert);
    }

    /** All that is to be told again now, if the receiver needs that. */
    public List<Notice> again(Board board) {
        Optional<Repetition> repetition = receiver.repetition();
        if (repetition.isEmpty()) {
            return List.of();
        }
        return board.current(told, clock.instant(), repetition.get().ends()).stream()
                .filter(notice -> !refused.contains(notice.version()))
                .toList();
    }

    /**
     * Tells, in order, as much as the receiver takes.
     *
     * @param onRefused keeps what is refused for good; if it throws, nothing is lost
     * @throws InterruptedException if the thread is to end
     */
    public Progress tell(List<Notice> notices, BiConsumer<Notice, Refused> onRefused) throws InterruptedException {
        int done = 0;
        while (done < notices.size()) {
            List<Notice> some = notices.subList(done, Math.min(done + receiver.most(), notices.size()));
            Progress progress = attempt(some, onRefused);
            done += progress.done();
            if (progress.later().isPresent()) {
                return new Progress(done, progress.later());
            }
        }
        return new Progress(done, Optional.empty());
    }

    private Progress attempt(List<Notice> notices, BiConsumer<Notice, Refused> onRefused) throws InterruptedException {
        Outcome outcome = receiver.tell(notices, clock.instant());
        if (outcome instanceof Later later) {
            complain(later.why());
            events.later();
            return new Progress(0, Optional.of(later));
        }
        if (outcome instanceof Refused why) {
            return notices.size() == 1 ? refuse(notices.get(0), why, onRefused) : oneByOne(notices, onRefused);
        }
        if (!complaint.isEmpty()) {
            LOG.info("The receiver {} accepts alerts again", name);
            complaint = "";
        }
        events.accepted(notices.size());
        notices.forEach(notice -> told.passed(notice.alert()));
        return new Progress(notices.size(), Optional.empty());
    }

    // One bad alert must not keep the others from being told.
    private Progress oneByOne(List<Notice> notices, BiConsumer<Notice, Refused> onRefused) throws InterruptedException {
        for (int i = 0; i < notices.size(); i++) {
            Progress progress = attempt(notices.subList(i, i + 1), onRefused);
            if (progress.later().isPresent()) {
                return new Progress(i, progress.later());
            }
        }
        return new Progress(notices.size(), Optional.empty());
    }

    private Progress refuse(Notice notice, Refused why, BiConsumer<Notice, Refused> onRefused) {
        onRefused.accept(notice, why);
        LOG.error("The receiver {} refuses the alert {}: {}", name, notice.version(), why.why());
        events.refused(why.reason());
        refused.add(notice.version());
        told.passed(notice.alert());
        return new Progress(1, Optional.empty());
    }

    private void complain(String why) {
        if (!why.equals(complaint)) {
            LOG.warn("The receiver {} does not take alerts now, it is tried again until it does: {}", name, why);
            complaint = why;
        }
    }
}
