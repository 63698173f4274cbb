package dev.streamgauge.connectors.providers.convention;

import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.BuildChanged;
import java.util.Set;

/** What the notes say of a build: {@code sha}, {@code branch}, {@code default_branch}, {@code trigger}, {@code request}, {@code head_repository}, {@code attempt}. */
public final class BuildNotes {

    private static final Set<String> TRIGGERS =
            Set.of("push", "schedule", "pull_request", "merge_group", "manual", "other");

    private BuildNotes() {}

    /** What is missing for an event: {@code no_repository} or {@code no_sha}; null if nothing is. */
    public static String missing(Convention notes) {
        if (notes.repository() == null) {
            return "no_repository";
        }
        return notes.sha() == null ? "no_sha" : null;
    }

    /** Fills in what the notes say. A trigger that is not said, or is no word of ours, is {@code other}: such a build counts for no branch. */
    public static void fill(BuildChanged build, Convention notes, DoorRules rules) {
        String trigger = notes.text("trigger");
        String main = notes.text("default_branch");
        String head = Convention.repository(notes.text("head_repository"));
        build.setSha(notes.sha());
        build.setBranch(branch(notes.text("branch")));
        build.setDefaultBranch(main == null ? rules.defaultBranch(notes.repository()) : main);
        build.setTrigger(trigger != null && TRIGGERS.contains(trigger) ? trigger : "other");
        build.setRequest(notes.text("request"));
        build.setHeadRepository(notes.repository().equals(head) ? null : head);
        build.setAttempt(attempt(notes.text("attempt")));
    }

    /** A branch's name without what git writes before it; null for null. */
    public static String branch(String ref) {
        return ref == null ? null : ref.replaceFirst("^refs/heads/", "");
    }

    private static int attempt(String text) {
        return text != null && text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 1;
    }
}
