package dev.streamgauge.processors.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a rule looks at: one queue, workflow, lane or source of one repository; a queue also of a team or an organisation.
 *
 * @param parts what it is made of, as {@link About#parts()} names them
 */
public record Subject(Whose whose, About about, List<String> parts) {

    /** The label of the row of all labels of a queue. */
    public static final String ALL_LABELS = "*";

    public static Subject queue(Whose whose, String queue, String label) {
        return new Subject(whose, About.QUEUE, List.of(queue, label));
    }

    public static Subject workflow(Whose whose, String workflow) {
        return new Subject(whose, About.WORKFLOW, List.of(workflow));
    }

    public static Subject lane(Whose whose, String service, String environment) {
        return new Subject(whose, About.LANE, List.of(service, environment));
    }

    public static Subject source(Whose whose, String source) {
        return new Subject(whose, About.SOURCE, List.of(source));
    }

    /** The parts by their names. */
    public Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            named.put(about.parts().get(i), parts.get(i));
        }
        return named;
    }

    /** What a pattern of this is compared with; null: the subject has no such thing. The row of all labels has no label. */
    public String get(Attribute attribute) {
        return switch (attribute) {
            case REPOSITORY -> whose.level() == Level.REPOSITORY ? whose.name() : null;
            case TEAM -> whose.team();
            case ORGANISATION -> whose.organisation();
            case LABEL -> ofAllLabels() ? null : part(attribute.label());
            default -> part(attribute.label());
        };
    }

    private String part(String name) {
        int index = about.parts().indexOf(name);
        return index >= 0 ? parts.get(index) : about == About.QUEUE ? ofLabel(name) : null;
    }

    // The queues before a deploy are kept by service/environment. A service may have slashes in its name.
    private String ofLabel(String name) {
        String label = parts.get(1);
        int slash = parts.get(0).startsWith("deploy") ? label.lastIndexOf('/') : -1;
        if (slash < 0) {
            return null;
        }
        return switch (name) {
            case "service" -> label.substring(0, slash);
            case "environment" -> label.substring(slash + 1);
            default -> null;
        };
    }

    /** Whether this is the row of all labels of a queue. */
    boolean ofAllLabels() {
        return about == About.QUEUE && parts.get(1).equals(ALL_LABELS);
    }
}
