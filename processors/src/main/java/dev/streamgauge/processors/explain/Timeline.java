package dev.streamgauge.processors.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Moments by time. What several events tell of the same moment is one moment, so that repetition and order change nothing. */
final class Timeline {

    /** A moment's name: of the same instant, as they were first told. */
    private record Name(Instant at, int rank, String what) implements Comparable<Name> {

        private static final Comparator<Name> ORDER =
                Comparator.comparing(Name::at).thenComparingInt(Name::rank).thenComparing(Name::what);

        @Override
        public int compareTo(Name other) {
            return ORDER.compare(this, other);
        }
    }

    private record Entry(List<String> gives, Reason reason, Collection<Told> told) {}

    private final NavigableMap<Name, Entry> moments = new TreeMap<>();
    private final List<SpecificRecord> facts = new ArrayList<>();

    /** @param facts what the moments are looked up in: those whose times a fact has are said to give them */
    Timeline(Collection<? extends SpecificRecord> facts) {
        this.facts.addAll(facts);
    }

    /** Adds all that an event says. */
    void add(Heard heard, Reason reason) {
        Saying.of(heard.event()).forEach(said -> add(heard, said, reason));
    }

    /** Adds one thing that an event says. */
    void add(Heard heard, Said said, Reason reason) {
        Entry entry = moments.computeIfAbsent(
                new Name(said.at(), said.rank(), said.what()), name -> new Entry(gives(said), reason, new TreeSet<>()));
        entry.told().add(heard.told());
    }

    private List<String> gives(Said said) {
        return facts.stream()
                .flatMap(fact -> said.fields().stream().filter(field -> has(fact, field, said.at())))
                .distinct()
                .toList();
    }

    private static boolean has(SpecificRecord fact, String name, Instant at) {
        Schema.Field field = fact.getSchema().getField(name);
        return field != null && at.equals(fact.get(field.pos()));
    }

    List<Moment> list() {
        List<Moment> list = new ArrayList<>();
        Instant[] before = {null};
        moments.forEach((name, entry) -> {
            Long since = before[0] == null ? null : (Long) (name.at().toEpochMilli() - before[0].toEpochMilli());
            list.add(new Moment(
                    name.at(), since, name.what(), entry.gives(), entry.reason(), List.copyOf(entry.told())));
            before[0] = name.at();
        });
        return list;
    }
}
