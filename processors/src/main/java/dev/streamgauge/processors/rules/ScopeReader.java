package dev.streamgauge.processors.rules;

import dev.streamgauge.processors.queues.QueueName;
import dev.streamgauge.processors.rules.RulesFile.ScopeEntry;
import dev.streamgauge.schemas.json.Names;
import dev.streamgauge.settings.Setting.Text;
import dev.streamgauge.settings.match.NameList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads scopes. */
final class ScopeReader {

    private static final Set<Attribute> OWNERS =
            EnumSet.of(Attribute.REPOSITORY, Attribute.TEAM, Attribute.ORGANISATION);
    private static final List<String> LABELLED = List.of("ci", "deploy.approval", "deploy");
    private static final List<String> QUEUES =
            Stream.of(QueueName.values()).map(QueueName::label).toList();

    private final Values values;

    ScopeReader(Values values) {
        this.values = values;
    }

    /** A scope of any subjects. */
    Scope of(ScopeEntry entry) {
        return entry == null ? Scope.EVERYTHING : scope(given(entry));
    }

    /** The scope of a rule: its subjects must have what it names. */
    Scope of(ScopeEntry entry, Kind kind, Level level) {
        if (entry == null) {
            return Scope.EVERYTHING;
        }
        Map<Attribute, List<Text>> given = given(entry);
        given.forEach((attribute, texts) -> {
            String whyNot = whyNot(attribute, kind, level);
            if (whyNot != null) {
                texts.forEach(text -> values.mistake(text, whyNot));
            }
        });
        given.getOrDefault(Attribute.QUEUE, List.of()).forEach(this::requireQueue);
        requireLabels(given);
        return scope(given);
    }

    private void requireQueue(Text pattern) {
        NameList names = NameList.of(List.of(pattern.text()));
        if (QUEUES.stream().noneMatch(names::has)) {
            values.mistake(
                    pattern,
                    "is '%s', which is no queue, %s".formatted(pattern.text(), Names.suggest(pattern.text(), QUEUES)));
        }
    }

    // Otherwise such a rule would look at nothing, and nobody would know.
    private void requireLabels(Map<Attribute, List<Text>> given) {
        List<Text> queues = given.getOrDefault(Attribute.QUEUE, List.of());
        NameList names = NameList.of(queues.stream().map(Text::text).toList());
        if (queues.isEmpty() || LABELLED.stream().anyMatch(names::has)) {
            return;
        }
        for (Attribute attribute : List.of(Attribute.LABEL, Attribute.SERVICE, Attribute.ENVIRONMENT)) {
            given.getOrDefault(attribute, List.of())
                    .forEach(text -> values.mistake(
                            text,
                            "is no pattern here: of the queues only %s have labels"
                                    .formatted(String.join(", ", LABELLED))));
        }
    }

    private static String whyNot(Attribute attribute, Kind kind, Level level) {
        if (level.lacks(attribute)) {
            return "is no pattern for level %s: it has no %s".formatted(level.label(), attribute.label());
        }
        if (OWNERS.contains(attribute) || kind == null || kind.about().has(attribute)) {
            return null;
        }
        return "is no pattern for kind %s: what it looks at has no %s".formatted(kind.label(), attribute.label());
    }

    private static Scope scope(Map<Attribute, List<Text>> given) {
        Map<Attribute, List<String>> texts = new EnumMap<>(Attribute.class);
        given.forEach((attribute, patterns) ->
                texts.put(attribute, patterns.stream().map(Text::text).toList()));
        return new Scope(texts);
    }

    private static Map<Attribute, List<Text>> given(ScopeEntry entry) {
        Map<Attribute, List<Text>> given = new EnumMap<>(Attribute.class);
        given.put(Attribute.REPOSITORY, entry.repository());
        given.put(Attribute.TEAM, entry.team());
        given.put(Attribute.ORGANISATION, entry.organisation());
        given.put(Attribute.QUEUE, entry.queue());
        given.put(Attribute.LABEL, entry.label());
        given.put(Attribute.WORKFLOW, entry.workflow());
        given.put(Attribute.SERVICE, entry.service());
        given.put(Attribute.ENVIRONMENT, entry.environment());
        given.put(Attribute.SOURCE, entry.source());
        given.values().removeIf(List::isEmpty);
        return given;
    }
}
