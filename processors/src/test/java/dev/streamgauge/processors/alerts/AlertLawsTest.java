package dev.streamgauge.processors.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.alerts.AlertState.Firing;
import dev.streamgauge.processors.rules.Rule;
import dev.streamgauge.processors.rules.RuleSet;
import dev.streamgauge.processors.rules.Subject;
import dev.streamgauge.processors.rules.Whose;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds of every alert, whatever is measured and however often it is looked at. */
class AlertLawsTest {

    private static final int SEEDS = 100;
    private static final int LOOKS = 200;
    private static final int THRESHOLD = 10;
    private static final int CLEAR = 6;
    private static final Subject QUEUE =
            Subject.queue(Whose.repository("github.com/acme/shop", null, "acme"), "ci", "*");

    /** A rule, what was measured at which instants, and what became of it. */
    private record Story(Rule rule, List<Look> looks) {}

    private record Look(AlertRow before, Measurement measured, AlertRow after, long now) {}

    @Test
    void anEpisodeFiresOnceAtMost() {
        each((story, seed) -> {
            Set<Long> fired = new HashSet<>();
            each(story, look -> {
                if (begins(look)) {
                    assertThat(fired.add(look.after().state().startsAt()))
                            .as("seed %s", seed)
                            .isTrue();
                }
            });
        });
    }

    @Test
    void nothingFiresBeforeItHasHeldForLongEnough() {
        each((story, seed) -> each(story, look -> {
            if (begins(look)) {
                assertThat(look.now() - look.after().state().startsAt())
                        .as("seed %s", seed)
                        .isGreaterThanOrEqualTo(story.rule().holding().forMs());
            }
        }));
    }

    @Test
    void nothingBeginsWithoutAValueBeyondTheThreshold() {
        each((story, seed) -> each(story, look -> {
            if (look.after() != null
                    && look.after().open()
                    && (look.before() == null || !look.before().open())) {
                assertThat(look.measured().value()).as("seed %s", seed).isGreaterThan(THRESHOLD);
            }
        }));
    }

    @Test
    void whatGoesUpAndDownBetweenTheLimitsNeverEndsAnAlert() {
        each((story, seed) -> each(story, look -> {
            boolean ends = look.before() != null
                    && look.before().firing()
                    && !look.after().firing();
            if (ends && look.measured().value() != null) {
                assertThat(look.measured().value()).as("seed %s", seed).isLessThanOrEqualTo(CLEAR);
            }
        }));
    }

    @Test
    void whatStaysClearIsResolvedInTheEnd() {
        each((story, seed) -> {
            Look last = story.looks().get(story.looks().size() - 1);
            long end = last.now() + story.rule().holding().keepFiringForMs();
            AlertRow clear = Alerts.evaluate(story.rule(), QUEUE, value(0), last.after(), last.now());
            AlertRow over = Alerts.evaluate(story.rule(), QUEUE, value(0), clear, end);
            assertThat(over == null || !over.open()).as("seed %s", seed).isTrue();
        });
    }

    @Test
    void equalArgumentsGiveEqualAnswers() {
        each((story, seed) -> assertThat(story).as("seed %s", seed).isEqualTo(story(seed)));
    }

    @Test
    void lookingTwiceAtOneInstantChangesNothing() {
        each((story, seed) -> each(
                story,
                look -> assertThat(Alerts.evaluate(story.rule(), QUEUE, look.measured(), look.after(), look.now()))
                        .as("seed %s", seed)
                        .isSameAs(look.after())));
    }

    @Test
    void whatPeopleAreToldChangesOnlyWithStateOrSeverity() {
        each((story, seed) -> each(story, look -> {
            if (look.before() != null
                    && look.after().updatedAt() == look.before().updatedAt()) {
                assertThat(look.after().told())
                        .as("seed %s", seed)
                        .isSameAs(look.before().told());
                assertThat(look.after().state().label())
                        .as("seed %s", seed)
                        .isEqualTo(look.before().state().label());
            }
        }));
    }

    @Test
    void anAlertHasOneFingerprintForEver() {
        each((story, seed) -> assertThat(story.looks().stream()
                        .map(Look::after)
                        .filter(row -> row != null)
                        .map(AlertRow::fingerprint)
                        .distinct()
                        .count())
                .as("seed %s", seed)
                .isLessThanOrEqualTo(1));
    }

    @Test
    void anEpisodeOnceSevereStaysSo() {
        each((story, seed) -> each(story, look -> {
            if (look.before() != null
                    && look.before().state() instanceof Firing before
                    && look.after().state() instanceof Firing after) {
                assertThat(after.severe() || !before.severe())
                        .as("seed %s", seed)
                        .isTrue();
            }
        }));
    }

    private static boolean begins(Look look) {
        return look.after() != null
                && look.after().firing()
                && (look.before() == null || !look.before().firing());
    }

    private static void each(BiConsumer<Story, Long> law) {
        LongStream.range(0, SEEDS).forEach(seed -> law.accept(story(seed), seed));
    }

    private static void each(Story story, Consumer<Look> law) {
        story.looks().forEach(law);
    }

    private static Story story(long seed) {
        Random random = new Random(seed);
        Rule rule = rule(random);
        List<Look> looks = new ArrayList<>();
        AlertRow row = null;
        long now = 0;
        for (int i = 0; i < LOOKS; i++) {
            now += 10_000L * (1 + random.nextInt(3));
            Measurement measured = measured(random);
            AlertRow known = random.nextInt(20) == 0 ? Alerts.interrupted(row) : row;
            AlertRow after = Alerts.evaluate(rule, QUEUE, measured, known, now);
            looks.add(new Look(row, measured, after, now));
            row = after;
        }
        return new Story(rule, looks);
    }

    private static Measurement measured(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> Measurement.unknown();
            case 1 -> Measurement.ofNothing();
            default -> value(random.nextInt(16));
        };
    }

    private static Measurement value(double value) {
        return Measurement.of(value, List.of());
    }

    private static Rule rule(Random random) {
        String yaml =
                "rules:\n  - { name: A, kind: depth, threshold: %d, clear_below: %d, severe: 14, for: %ds, keep_firing_for: %ds }"
                        .formatted(THRESHOLD, CLEAR, 10 * random.nextInt(6), 10 * random.nextInt(6));
        return RuleSet.read(yaml).rules().get(0);
    }
}
