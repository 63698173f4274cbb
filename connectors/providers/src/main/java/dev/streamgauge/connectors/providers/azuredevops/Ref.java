package dev.streamgauge.connectors.providers.azuredevops;

import dev.streamgauge.connectors.providers.Git;
import dev.streamgauge.events.v1.BuildChanged;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a build was made of. */
final class Ref {

    private static final Pattern OF_REQUEST = Pattern.compile("refs/pull/([0-9]{1,18})/.*");

    private Ref() {}

    /**
     * Sets branch, request and trigger.
     *
     * @param ref null: not told
     * @param reason why it was built. Null: not told; of a branch a push is then assumed, for another hook of the same run may tell better
     */
    static void set(BuildChanged build, String ref, String reason) {
        Matcher request = OF_REQUEST.matcher(ref == null ? "" : ref);
        if (request.matches()) {
            build.setRequest(request.group(1));
            build.setTrigger("pull_request");
            return;
        }
        build.setBranch(Git.branchOrNull(ref));
        build.setTrigger(trigger(reason));
    }

    private static String trigger(String reason) {
        return switch (reason == null ? "individualCI" : reason) {
            case "individualCI", "batchedCI" -> "push";
            case "schedule", "scheduleForced" -> "schedule";
            case "pullRequest" -> "pull_request";
            case "manual", "userCreated" -> "manual";
            default -> "other";
        };
    }
}
