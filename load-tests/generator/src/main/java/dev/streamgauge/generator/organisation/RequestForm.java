package dev.streamgauge.generator.organisation;

import dev.streamgauge.events.v1.ReviewChanged;
import dev.streamgauge.generator.event.Blank;
import java.util.ArrayList;
import java.util.List;

/** What does not change about a request but for its head, as its source says it. */
final class RequestForm {
    private RequestForm() {}

    static ReviewChanged of(ChangeRequest request) {
        Profile profile = request.home.profile;
        ReviewChanged form = Blank.review(profile.name());
        form.setRequest(request.number);
        form.setTitle("Change " + request.number);
        form.setAuthor(request.author.id());
        form.setActorClass(request.author.actorClass());
        form.setAiEvidence(request.shown);
        form.setSourceBranch(request.branch);
        form.setTargetBranch(request.purpose.target());
        form.setDefaultBranch(profile.defaultBranch());
        form.setHeadRepository(request.fork);
        form.setHeadSha(request.head());
        form.setHotfix(request.purpose.hotfix() ? true : null);
        form.setRevertsRequest(request.purpose.revertsRequest());
        form.setLabels(labels(request));
        form.setUrl("https://" + profile.name() + profile.source().requests() + request.number);
        return form;
    }

    private static List<String> labels(ChangeRequest request) {
        List<String> labels = new ArrayList<>();
        if (request.shown != null && !request.shown.equals("no-evidence")) {
            labels.add("ai");
        }
        if (request.purpose.hotfix()) {
            labels.add("hotfix");
        }
        return List.copyOf(labels);
    }
}
