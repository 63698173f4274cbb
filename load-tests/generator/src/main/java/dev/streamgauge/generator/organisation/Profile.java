package dev.streamgauge.generator.organisation;

import dev.streamgauge.generator.draw.Dice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a repository is like.
 *
 * @param seed of its commits' hashes
 * @param changesPerDay its mean, over weekdays and weekends
 * @param services what it deploys; a null one is called as the repository
 * @param kind what is special about it
 */
record Profile(
        long seed,
        String name,
        Source source,
        double changesPerDay,
        WorkHours hours,
        Habits habits,
        List<Workflow> workflows,
        List<String> services,
        Kind kind) {

    /** What is special about a repository. */
    enum Kind {
        PLAIN,
        /** A path decides which of its services a commit touches. */
        MONOREPO,
        /** Work goes to develop first. */
        GITFLOW,
        /** Releases are maintained beside main. */
        MAINTAINED
    }

    private static final List<String> NOUNS = List.of(
            "shop", "cart", "search", "billing", "mail", "stock", "login", "media", "maps", "chat", "audit", "pricing");
    private static final List<String> MANY = List.of("web", "worker", "gateway");
    private static final List<Integer> ZONES = List.of(-8, -5, 0, 1, 1, 2, 5);

    static Profile draw(int index, double changesPerDay, Dice dice) {
        Source source = Source.draw(dice);
        Kind kind = kind(index);
        return new Profile(
                dice.next(),
                source.host() + "/acme/" + noun(index),
                source,
                changesPerDay,
                new WorkHours(dice.pick(ZONES)),
                kind == Kind.GITFLOW ? Habits.GATHERING : Habits.draw(dice),
                workflows(dice),
                kind == Kind.MONOREPO ? MANY : services(dice),
                kind);
    }

    /** By number, so that a small organisation has one of each too. */
    private static Kind kind(int index) {
        return switch (index % 10) {
            case 1 -> Kind.MONOREPO;
            case 2 -> Kind.GITFLOW;
            case 3, 4, 8 -> Kind.MAINTAINED;
            default -> Kind.PLAIN;
        };
    }

    boolean gitflow() {
        return kind == Kind.GITFLOW;
    }

    boolean monorepo() {
        return kind == Kind.MONOREPO;
    }

    boolean maintained() {
        return kind == Kind.MAINTAINED;
    }

    String defaultBranch() {
        return source.defaultBranch();
    }

    private static String noun(int index) {
        String noun = NOUNS.get(index % NOUNS.size());
        return index < NOUNS.size() ? noun : noun + "-" + (index / NOUNS.size() + 1);
    }

    private static List<Workflow> workflows(Dice dice) {
        List<Workflow> workflows = new ArrayList<>();
        List<String> jobs = dice.chance(0.4) ? List.of("lint", "test") : List.of();
        workflows.add(new Workflow("ci", dice.chance(0.7) ? "linux" : "linux-large", 9, jobs, false, false));
        if (dice.chance(0.5)) {
            workflows.add(new Workflow("security", "linux", 4, List.of(), false, false));
        }
        if (dice.chance(0.35)) {
            workflows.add(new Workflow("nightly", "macos", 35, List.of(), dice.chance(0.3), true));
        }
        return List.copyOf(workflows);
    }

    private static List<String> services(Dice dice) {
        return switch (dice.weighted(6, 3, 1)) {
            case 0 -> Arrays.asList((String) null);
            case 1 -> List.of("web", "worker");
            default -> MANY;
        };
    }
}
