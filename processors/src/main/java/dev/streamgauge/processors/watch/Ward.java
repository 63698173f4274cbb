package dev.streamgauge.processors.watch;

import dev.streamgauge.processors.alerts.AlertRow;
import dev.streamgauge.processors.rules.About;
import dev.streamgauge.processors.rules.Subject;
import dev.streamgauge.processors.rules.Whose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** All that is watched of a repository, a team or an organisation. */
final class Ward {

    private final Map<Spot, Post> posts = new HashMap<>();
    private Whose whose;
    private long heldUntil = Long.MIN_VALUE;

    Ward(Whose whose) {
        this.whose = whose;
    }

    Whose whose() {
        return whose;
    }

    /** Has it belong to others: rules may look at it otherwise. */
    void belongsTo(Whose others) {
        if (!others.equals(whose)) {
            whose = others;
            Map<Spot, Post> moved = new HashMap<>();
            posts.forEach((spot, post) -> moved.put(spot, anew(spot, post)));
            posts.putAll(moved);
        }
    }

    private Post anew(Spot spot, Post old) {
        Post post = new Post(subject(spot));
        post.measuredBy(old.gauge());
        old.alerts().forEach(post::know);
        return post;
    }

    /** Nothing of it is evaluated until then, epoch milliseconds. */
    void hold(long until) {
        heldUntil = Math.max(heldUntil, until);
    }

    /** Whether it is held back now, for history that was heard. */
    boolean isHeld(long now) {
        return now < heldUntil;
    }

    Post post(Spot spot) {
        return posts.computeIfAbsent(spot, each -> new Post(subject(each)));
    }

    /** What measures a spot; made if there is none yet. */
    <G extends Gauge> G gauge(Spot spot, Class<G> type, Supplier<G> maker) {
        Post post = post(spot);
        if (post.gauge() == null) {
            post.measuredBy(maker.get());
        }
        return type.cast(post.gauge());
    }

    /** What measures a spot; null: nothing. */
    <G extends Gauge> G known(Spot spot, Class<G> type) {
        Post post = posts.get(spot);
        return post == null ? null : type.cast(post.gauge());
    }

    /** Visits the queues. */
    void queues(BiConsumer<Spot, Depth> visitor) {
        posts.forEach((spot, post) -> {
            if (spot.about() == About.QUEUE && post.gauge() instanceof Depth depth) {
                visitor.accept(spot, depth);
            }
        });
    }

    void interrupt() {
        posts.values().forEach(Post::interrupt);
    }

    /** Evaluates the rules, unless it is held. */
    void evaluate(Desk desk, long now) {
        if (now < heldUntil) {
            interrupt();
            return;
        }
        heldUntil = Long.MIN_VALUE;
        List<AlertRow> alerts = new ArrayList<>(0);
        for (Post post : posts.values()) {
            post.evaluate(desk, now);
            post.forget(desk, now);
            alerts.addAll(post.alerts());
        }
        if (!alerts.isEmpty()) {
            posts.values().forEach(post -> suppress(post, alerts, desk, now));
        }
    }

    private static void suppress(Post post, List<AlertRow> alerts, Desk desk, long now) {
        if (!post.alerts().isEmpty()) {
            List.copyOf(post.alerts())
                    .forEach(row -> post.replace(row, desk.suppression().apply(row, alerts, now), desk));
        }
    }

    /** Drops what is no more, but for what is still needed; answers whether nothing is left. */
    boolean tidy(Predicate<Spot> needed) {
        posts.entrySet()
                .removeIf(each -> each.getValue().idle()
                        && !(each.getKey().about() == About.QUEUE && needed.test(each.getKey())));
        return posts.isEmpty() && heldUntil == Long.MIN_VALUE;
    }

    private Subject subject(Spot spot) {
        return new Subject(whose, spot.about(), spot.parts());
    }
}
