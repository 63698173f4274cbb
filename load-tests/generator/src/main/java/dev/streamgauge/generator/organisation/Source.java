package dev.streamgauge.generator.organisation;

import dev.streamgauge.generator.draw.Dice;
import java.util.List;

/**
 * Who tells of a repository's commits, requests and builds, and how much it knows.
 *
 * @param host where the repository is
 * @param defaultBranch what main is called there
 * @param precise whether it knows positions on main and bringers, as a clone does and a webhook does not
 * @param parents whether it knows the parents of commits
 */
record Source(String host, String defaultBranch, boolean precise, boolean parents) {
    private static final List<String> BRANCHES = List.of("main", "main", "main", "master", "trunk");

    static Source draw(Dice dice) {
        boolean precise = dice.chance(0.4);
        String host = dice.chance(0.7) ? "github.com" : "gitlab.com";
        return new Source(host, dice.pick(BRANCHES), precise, precise || dice.chance(0.6));
    }

    /** Whether it lists, of a request that was rebased, the commits as they are on main. */
    boolean listsRebased() {
        return host.equals("gitlab.com");
    }

    /** Whether it judges the messages of commits: one that does not know their parents does not. */
    boolean readsMessages() {
        return parents;
    }

    /** Whether it judges what a request says of itself. */
    boolean readsDescriptions() {
        return precise || host.equals("github.com");
    }

    /** What stands between repository and number in a link to a request. */
    String requests() {
        return host.equals("gitlab.com") ? "/-/merge_requests/" : "/pull/";
    }

    /** How events name it. */
    String name() {
        return host.substring(0, host.indexOf('.')) + "-simulator";
    }
}
