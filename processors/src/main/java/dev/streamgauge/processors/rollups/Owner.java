package dev.streamgauge.processors.rollups;

import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.processors.table.Text;
import java.util.Comparator;

/**
 * Who owns a repository.
 *
 * @param since epoch milliseconds
 * @param team null: none
 * @param organisation null: that of the repository's name
 */
public record Owner(String repository, long since, String team, String organisation) {

    private static final Comparator<String> TEXTS = Comparator.nullsLast(Text.ORDER);
    private static final Comparator<Owner> LATEST = Comparator.comparingLong(Owner::since)
            .thenComparing(Owner::team, TEXTS.reversed())
            .thenComparing(Owner::organisation, TEXTS.reversed());

    public static Owner of(RepositoryOwned event) {
        return new Owner(
                event.getRepository(), event.getOccurredAt().toEpochMilli(), event.getTeam(), event.getOrganisation());
    }

    /** The later one; of the same instant the one with the smaller names. */
    public Owner merge(Owner other) {
        return LATEST.compare(this, other) >= 0 ? this : other;
    }
}
