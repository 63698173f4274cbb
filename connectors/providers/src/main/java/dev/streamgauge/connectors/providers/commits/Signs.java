package dev.streamgauge.connectors.providers.commits;

import dev.streamgauge.settings.match.NameList;
import java.util.List;
import java.util.Locale;

/**
 * What shows that a program had a part in a commit.
 *
 * @param assistants those that commits name as authors
 * @param trailers the keys of lines that speak of assistance, whoever they name: {@code Assisted-by}
 * @param agents the names of accounts of agents
 * @param bots the names of accounts of other programs
 */
public record Signs(Assistants assistants, List<String> trailers, NameList agents, NameList bots) {

    /** Nothing is looked for. */
    public static final Signs NONE =
            new Signs(Assistants.NONE, List.of(), NameList.of(List.of()), NameList.of(List.of()));

    public Signs {
        trailers =
                trailers.stream().map(key -> key.toLowerCase(Locale.ROOT) + ":").toList();
    }

    /** Whether the author is an agent. */
    boolean isAgent(Person author) {
        return agents.has(author.name()) || assistants.named(author) != null;
    }

    /** Whether the author is another program. */
    boolean isBot(Person author) {
        return author.isBot() || bots.has(author.name());
    }

    /** Whether a line of a message, in lower case, is a trailer that speaks of assistance. */
    boolean speakOfAssistance(String line) {
        return trailers.stream()
                .anyMatch(key ->
                        line.startsWith(key) && !line.substring(key.length()).isBlank());
    }
}
