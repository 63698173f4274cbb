package dev.streamgauge.processors.rules;

import dev.streamgauge.processors.rules.RulesFile.InhibitEntry;
import dev.streamgauge.processors.rules.RulesFile.MaintenanceEntry;
import dev.streamgauge.processors.rules.RulesFile.MatchEntry;
import dev.streamgauge.settings.Setting.Text;
import dev.streamgauge.settings.Settings;
import dev.streamgauge.settings.match.NameList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads a file of rules, and finds whatever is wrong in it. */
final class RulesReader {

    private final Values values;
    private final ScopeReader scopes;

    private RulesReader(List<String> mistakes) {
        this.values = new Values(mistakes);
        this.scopes = new ScopeReader(values);
    }

    static RuleSet read(String file, String yaml, String version) {
        return Settings.read(
                RulesFile.class, file, yaml, (found, mistakes) -> new RulesReader(mistakes).set(found, version));
    }

    private RuleSet set(RulesFile file, String version) {
        requireUnique(
                "rule", file.rules().stream().map(RulesFile.RuleEntry::name).toList());
        requireUnique(
                "maintenance",
                file.maintenance().stream().map(MaintenanceEntry::name).toList());
        RuleReader reader = new RuleReader(values, version);
        return new RuleSet(
                file.rules().stream().map(reader::read).filter(Objects::nonNull).toList(),
                file.inhibit().stream()
                        .map(this::inhibition)
                        .filter(Objects::nonNull)
                        .toList(),
                file.maintenance().stream()
                        .map(this::maintenance)
                        .filter(Objects::nonNull)
                        .toList(),
                version);
    }

    private void requireUnique(String what, List<Text> names) {
        Map<String, Text> known = new HashMap<>();
        names.stream().filter(Objects::nonNull).forEach(name -> {
            if (name.text().equalsIgnoreCase(RuleSet.WATCHDOG)) {
                values.mistake(
                        name,
                        "is '%s', which is the alert that is always there: choose another name".formatted(name.text()));
            }
            Text first = known.putIfAbsent(name.text().toLowerCase(Locale.ROOT), name);
            if (first != null) {
                values.mistake(
                        name,
                        "is '%s', as the %s in line %d is called: choose another name"
                                .formatted(name.text(), what, first.place().line()));
            }
        });
    }

    private Inhibition inhibition(InhibitEntry entry) {
        Set<Attribute> equal = EnumSet.noneOf(Attribute.class);
        entry.equal().stream()
                .map(name -> values.choice(name, List.of(Attribute.values())))
                .filter(Objects::nonNull)
                .forEach(equal::add);
        return entry.source() == null || entry.target() == null
                ? null
                : new Inhibition(matcher(entry.source()), matcher(entry.target()), equal);
    }

    private Matcher matcher(MatchEntry entry) {
        Scope scope = scopes.of(entry.scope());
        if (scope.isEmpty()
                && entry.rule().isEmpty()
                && entry.kind().isEmpty()
                && entry.severity().isEmpty()) {
            values.mistake(entry.place(), "is every alert: say which, for example by 'rule' or 'kind'");
        }
        entry.kind().forEach(kind -> values.choice(kind, Kind.ofRules()));
        entry.severity().forEach(severity -> values.choice(severity, List.of(Severity.values())));
        return new Matcher(names(entry.rule()), names(entry.kind()), names(entry.severity()), scope);
    }

    private static NameList names(List<Text> texts) {
        return NameList.of(texts.stream().map(Text::text).toList());
    }

    private Maintenance maintenance(MaintenanceEntry entry) {
        Long from = values.instant(entry.from());
        Long until = values.instant(entry.until());
        if (from != null && until != null && until <= from) {
            values.mistake(entry.until(), "should be after 'from'");
        }
        if (entry.name() == null || from == null || until == null) {
            return null;
        }
        String comment = entry.comment() == null ? null : entry.comment().text();
        return new Maintenance(entry.name().text(), scopes.of(entry.scope()), from, until, comment);
    }
}
