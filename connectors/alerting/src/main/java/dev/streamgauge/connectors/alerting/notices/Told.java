package dev.streamgauge.connectors.alerting.notices;

import dev.streamgauge.alerts.v1.Alert;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What one receiver has been told of, and so what it is to be told next. Bounded by the number of alerts that fire. */
public final class Told {

    private final Predicate<Alert> wanted;
    private final boolean hushed;
    private final Map<String, Instant> episodes = new HashMap<>();

    /**
     * Nothing yet.
     *
     * @param wanted which alerts concern the receiver
     * @param hushed whether it is to be told when nobody need be called any more, though the alert goes on firing
     */
    public Told(Predicate<Alert> wanted, boolean hushed) {
        this.wanted = wanted;
        this.hushed = hushed;
    }

    /**
     * What to tell of an alert. Who has been told that it fires is told of its end in any case, even if it is suppressed by then, or has become an
     * alert that would no longer concern the receiver: somebody waits for it.
     */
    public Optional<Notice> due(Alert alert) {
        if (Alerts.isOver(alert)) {
            boolean hears = knows(alert) || (alert.getSuppressedBy() == null && wanted.test(alert));
            return hears ? Optional.of(new Notice(alert, true)) : Optional.empty();
        }
        return hushed && knows(alert) && Alerts.isHushed(alert) ? Optional.of(new Notice(alert, false)) : firing(alert);
    }

    /** The same for a receiver that has not been told of anything yet: ends mean nothing to it. */
    public Optional<Notice> firing(Alert alert) {
        boolean fires = Alerts.isLoud(alert) && (wanted.test(alert) || knows(alert));
        return fires ? Optional.of(new Notice(alert, false)) : Optional.empty();
    }

    private boolean knows(Alert alert) {
        return alert.getStartsAt().equals(episodes.get(alert.getFingerprint()));
    }

    /** Notes that what was due of an alert has been told; or that it had been, in an earlier life. */
    public void passed(Alert alert) {
        if (firing(alert).isPresent()) {
            episodes.put(alert.getFingerprint(), alert.getStartsAt());
        } else if (!Alerts.FIRING.equals(alert.getState())) {
            episodes.remove(alert.getFingerprint());
        }
    }
}
