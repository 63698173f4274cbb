package dev.streamgauge.processors.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.processors.aggregates.WindowKey.Scope;
import dev.streamgauge.processors.table.TreeTables;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    private static final String SHOP = "github.com/acme/shop";

    private final Catalogue catalogue = new Catalogue(new TreeTables());

    private static RepositoryOwned owned(String at, String team, String organisation) {
        Instant since = Instant.parse(at);
        return new RepositoryOwned("1", "test", SHOP, since, since, team, organisation);
    }

    private static List<Group> groups(String team, String organisation) {
        return List.of(new Group(Scope.TEAM, team), new Group(Scope.ORGANISATION, organisation));
    }

    @ParameterizedTest
    @CsvSource({"github.com/acme/shop, github.com/acme", "gitlab.com/a/b/c, gitlab.com/a", "local/shop, local"})
    void withoutAnEntryTheOrganisationIsThatOfTheName(String repository, String organisation) {
        // When
        List<Group> groups = catalogue.groups(repository);

        // Then
        assertThat(groups).containsExactly(new Group(Scope.ORGANISATION, organisation));
    }

    @Test
    void theLatestEntryHoldsWhateverComesLast() {
        // Given
        catalogue.apply(owned("2026-03-02T00:00:00Z", "payments", "acme"));

        // When
        catalogue.apply(owned("2026-03-01T00:00:00Z", "checkout", "acme"));

        // Then
        assertThat(catalogue.groups(SHOP)).isEqualTo(groups("payments", "acme"));
    }

    @Test
    void ofTwoEntriesOfOneInstantTheSmallerTeamHolds() {
        // Given
        catalogue.apply(owned("2026-03-02T00:00:00Z", null, "acme"));
        catalogue.apply(owned("2026-03-02T00:00:00Z", "payments", "acme"));

        // When
        catalogue.apply(owned("2026-03-02T00:00:00Z", "checkout", null));

        // Then
        assertThat(catalogue.groups(SHOP)).isEqualTo(groups("checkout", "github.com/acme"));
    }
}
