package dev.streamgauge.processors.rules;

import java.util.List;
import java.util.stream.Stream;

/** What can be measured. */
public enum Kind implements Named {
    DEPTH(About.QUEUE, Unit.ITEMS, "items waiting"),
    AGE(About.QUEUE, Unit.MS, "age of the oldest"),
    WAIT(About.QUEUE, Unit.MS, "expected wait"),
    GROWTH(About.QUEUE, Unit.ITEMS_PER_HOUR, "growth per hour"),
    RED_FOR(About.WORKFLOW, Unit.MS, "time red"),
    SUCCESS_RATE(About.WORKFLOW, Unit.RATIO, "success rate", "minimum", "window"),
    BURN_RATE(About.WORKFLOW, Unit.RATIO, "burn rate", "minimum", "objective", "long", "short"),
    HELD_LANE(About.LANE, Unit.MS, "time without a delivery"),
    SILENT_SOURCE(About.SOURCE, Unit.MS, "time without an event"),
    BOTTLENECK_MOVED(About.LANE, Unit.RATIO, "shift of a stage's share", "minimum"),
    /** Nobody writes a rule of it: it is always there. */
    WATCHDOG(About.PARTITION, Unit.ITEMS, "watched");

    private final About about;
    private final Unit unit;
    private final String measure;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> own;

    private final String label = Named.super.label();

    Kind(About about, Unit unit, String measure, String... own) {
        this.about = about;
        this.unit = unit;
        this.measure = measure;
        this.own = List.of(own);
    }

    /** Those that a rule can have. */
    static List<Kind> ofRules() {
        return Stream.of(values()).filter(kind -> kind != WATCHDOG).toList();
    }

    @Override
    public String label() {
        return label;
    }

    public About about() {
        return about;
    }

    public Unit unit() {
        return unit;
    }

    /** What is measured, for people. */
    public String measure() {
        return measure;
    }

    /** Whether a rule fires when the value is above its threshold; otherwise below. */
    public boolean above() {
        return this != SUCCESS_RATE;
    }

    /** Whether the value is a share of a whole. */
    boolean share() {
        return this == SUCCESS_RATE || this == BOTTLENECK_MOVED;
    }

    /** The settings that not every kind has. */
    boolean has(String setting) {
        return setting.equals(above() ? "clear_below" : "clear_above") || own.contains(setting);
    }
}
