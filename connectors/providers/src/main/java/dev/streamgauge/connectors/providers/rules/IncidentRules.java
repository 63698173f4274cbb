package dev.streamgauge.connectors.providers.rules;

import dev.streamgauge.settings.match.Glob;
import dev.streamgauge.settings.match.NameList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Which issues are incidents, and what their labels say. */
final class IncidentRules {

    private final NameList incidents;
    private final List<NamingLabel> services;
    private final List<NamingLabel> environments;
    private final List<NamingLabel> deploys;
    private final List<NamingLabel> severities;

    /** A label that names something in the place of its last star. */
    private record NamingLabel(Glob pattern, int before, int after) {

        static NamingLabel of(String label) {
            int star = label.lastIndexOf('*');
            return new NamingLabel(Glob.ofName(label), star, label.length() - star - 1);
        }

        String nameIn(String label) {
            boolean names = before >= 0 && pattern.matches(label);
            String name =
                    names ? label.substring(before, label.length() - after).strip() : "";
            return name.isEmpty() ? null : name;
        }
    }

    IncidentRules(DoorsFile.Incidents rules) {
        this.incidents = NameList.of(rules.labels());
        this.services = naming(rules.serviceLabels());
        this.environments = naming(rules.environmentLabels());
        this.deploys = naming(rules.deployLabels());
        this.severities = naming(rules.severityLabels());
    }

    /** The longest first: what is more exact holds. */
    private static List<NamingLabel> naming(List<String> labels) {
        return labels.stream()
                .map(NamingLabel::of)
                .sorted(Comparator.comparingInt(label -> -label.before() - label.after()))
                .toList();
    }

    boolean isIncident(List<String> labels) {
        return incidents.hasAnyOf(labels);
    }

    Concern concern(List<String> labels) {
        return new Concern(
                named(services, labels),
                named(environments, labels),
                named(deploys, labels),
                named(severities, labels));
    }

    /** The same name whatever the order of the labels. */
    private static String named(List<NamingLabel> naming, List<String> labels) {
        return naming.stream()
                .flatMap(
                        pattern -> labels.stream().sorted().map(pattern::nameIn).filter(Objects::nonNull))
                .findFirst()
                .orElse(null);
    }
}
