package dev.streamgauge.processors.explain;

import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.processors.Assembly;
import dev.streamgauge.processors.aggregates.Contribution;
import dev.streamgauge.processors.aggregates.Counted;
import dev.streamgauge.processors.changes.Change;
import dev.streamgauge.processors.changes.Changes;
import dev.streamgauge.processors.definitions.Definitions;
import dev.streamgauge.processors.health.Build;
import dev.streamgauge.processors.health.MainHealth;
import dev.streamgauge.processors.landings.CommitNode;
import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.landings.Links;
import dev.streamgauge.processors.publish.PublicFacts;
import dev.streamgauge.processors.publish.Published;
import dev.streamgauge.processors.rollups.Catalogue;
import dev.streamgauge.processors.rollups.Group;
import dev.streamgauge.processors.store.Revision;
import dev.streamgauge.processors.table.Key;
import dev.streamgauge.processors.table.TableSpec;
import dev.streamgauge.processors.table.TreeTables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** The events of one repository, and what the production models make of them. */
final class World {

    private final String repository;
    private final Definitions definitions;
    private final TreeTables tables = new TreeTables();
    private final Assembly assembly;
    private final Catalogue catalogue = new Catalogue(tables);
    private final List<Heard> events = new ArrayList<>();

    World(String repository, Definitions definitions) {
        this.repository = repository;
        this.definitions = definitions;
        this.assembly = new Assembly(tables, definitions);
    }

    void hear(Heard heard) {
        if (heard.event() instanceof RepositoryOwned owned) {
            catalogue.apply(owned);
        } else {
            assembly.apply(heard.event());
        }
        events.add(heard);
    }

    String repository() {
        return repository;
    }

    Definitions definitions() {
        return definitions;
    }

    /** The events, in the order in which they were heard. */
    List<Heard> events() {
        return events;
    }

    /** What is known of a change, also if it is a carrier; null: nothing. */
    Change change(String id) {
        return tables.table(Changes.CHANGES).get(Key.of(repository).and(id));
    }

    Collection<Change> changes() {
        return rows(Changes.CHANGES);
    }

    /** All commits of which anything is known, by hash. */
    Collection<CommitNode> commits() {
        return rows(Landings.COMMITS);
    }

    /** What is known of a commit; null: nothing. */
    CommitNode commit(String sha) {
        return tables.table(Landings.COMMITS).get(Key.of(repository).and(sha));
    }

    /** The changes that may own a commit: those of what brought it to main, and the requests that name it. */
    Set<String> owners(String sha) {
        Set<String> owners = new TreeSet<>();
        CommitNode commit = commit(sha);
        for (String bringer : commit.linked(Links.Kind.BRINGER)) {
            CommitNode main = commit(bringer);
            if (main != null && main.onMain()) {
                owners.addAll(tables.table(Landings.LINE)
                        .get(main.position().appendTo(Key.of(repository)))
                        .changes());
            }
        }
        commit.linked(Links.Kind.REQUEST).forEach(request -> owners.add(repository + "#" + request));
        return owners;
    }

    Collection<Build> builds() {
        return rows(MainHealth.BUILDS);
    }

    /** Who has roll-ups in which the repository counts. */
    List<Group> groups() {
        return catalogue.groups(repository);
    }

    /** The facts of a type as they are published, by key. */
    <T extends SpecificRecord> List<Fact<T>> facts(Class<T> type) {
        return PublicFacts.all().stream()
                .filter(facts -> facts.topic().valueClass() == type)
                .flatMap(facts -> facts(facts, type))
                .toList();
    }

    private <V, T extends SpecificRecord> Stream<Fact<T>> facts(PublicFacts<V> facts, Class<T> type) {
        return rows(facts.facts()).stream().flatMap(row -> {
            Published published = facts.mapping().apply(new Revision<>(null, row, 1));
            return published == null || published.value() == null
                    ? Stream.empty()
                    : Stream.of(new Fact<>(
                            facts.topic().name(), type.cast(published.value()), contributions(facts.facts(), row)));
        });
    }

    private <V> List<Contribution> contributions(TableSpec<V> spec, V row) {
        return Counted.all(definitions).stream()
                .filter(counted -> counted.facts().equals(spec))
                .flatMap(counted -> contributions(counted, row))
                .toList();
    }

    private static <V> Stream<Contribution> contributions(Counted<V> counted, Object row) {
        return counted.contributions().apply(counted.facts().type().cast(row)).stream();
    }

    private <V> Collection<V> rows(TableSpec<V> spec) {
        return tables.table(spec).rows().values();
    }
}
