package dev.streamgauge.processors.rules;

/**
 * Whose a subject is.
 *
 * @param name of the repository (canonical), the team or the organisation
 * @param team of a repository; null: none
 * @param organisation of a repository or a team; null: none is known
 */
public record Whose(Level level, String name, String team, String organisation) {

    public static Whose repository(String name, String team, String organisation) {
        return new Whose(Level.REPOSITORY, name, team, organisation);
    }

    public static Whose team(String name, String organisation) {
        return new Whose(Level.TEAM, name, name, organisation);
    }

    public static Whose organisation(String name) {
        return new Whose(Level.ORGANISATION, name, null, name);
    }
}
