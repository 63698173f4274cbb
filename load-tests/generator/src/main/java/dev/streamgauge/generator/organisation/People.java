package dev.streamgauge.generator.organisation;

import dev.streamgauge.generator.draw.Dice;
import java.util.List;
import java.util.stream.IntStream;

/** Who works on a repository: a team of its own, and the bots and agents that are everywhere. */
final class People {
    private static final List<Person> BOTS =
            List.of(new Person("bot-dependencies", "bot"), new Person("bot-release", "bot"));
    private static final List<Person> AGENTS =
            List.of(new Person("agent-a", "agent"), new Person("agent-b", "agent"), new Person("agent-c", "agent"));

    private final List<Person> team;

    People(int repository) {
        // Neighbouring repositories share half of their people.
        this.team = IntStream.range(0, 6)
                .mapToObj(member -> new Person("person-" + (3 * repository + member), "human"))
                .toList();
    }

    Person author(Dice dice) {
        return switch (dice.weighted(70, 12, 18)) {
            case 0 -> dice.pick(team);
            case 1 -> dice.pick(BOTS);
            default -> dice.pick(AGENTS);
        };
    }

    Person reviewer(Person author, Dice dice) {
        Person reviewer = dice.pick(team);
        return reviewer.equals(author) ? team.get((team.indexOf(author) + 1) % team.size()) : reviewer;
    }

    Person member(Dice dice) {
        return dice.pick(team);
    }

    Person machine(Dice dice) {
        return dice.chance(0.5) ? dice.pick(BOTS) : dice.pick(AGENTS);
    }

    /** What part an AI has in a work of the author's, whether it shows or not. */
    static String evidence(Person author, Dice dice) {
        if (author.actorClass().equals("agent")) {
            return "agent-authored";
        }
        return author.human() && dice.chance(0.35) ? "assisted" : "no-evidence";
    }
}
