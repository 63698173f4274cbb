package dev.streamgauge.connectors.providers.gerrit;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.BuildChanged;
import dev.streamgauge.events.v1.Review;
import dev.streamgauge.events.v1.ReviewChanged;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Comments and votes. Events list all labels of the author; one that changed has an old value. A vote on Code-Review is a review; one on Verified is the end of
 * a build, which began nobody knows when; both together are both.
 */
final class Comments {

    private static final String REVIEW = "Code-Review";
    private static final String VERIFIED = "Verified";
    private static final int APPROVED = 2;

    private Comments() {}

    static List<SpecificRecord> events(Change change) throws UnmappableException {
        Integer verified = vote(change.event(), VERIFIED);
        ReviewChanged request = change.request();
        // Who only says whether it builds has not reviewed it.
        if (verified == null || vote(change.event(), REVIEW) != null) {
            request.setReviews(List.of(review(change)));
        }
        List<SpecificRecord> events = new ArrayList<>();
        events.add(request);
        if (verified != null && verified != 0) {
            events.add(build(change, verified > 0 ? "success" : "failure"));
        }
        return events;
    }

    private static Review review(Change change) throws UnmappableException {
        Integer vote = vote(change.event(), REVIEW);
        String state = "commented";
        if (vote != null && vote >= APPROVED) {
            state = "approved";
        } else if (vote != null && vote < 0) {
            state = "changes_requested";
        }
        return change.origin().review(change.account(change.event().at("author")), state, change.at());
    }

    /** One build per vote: that a patch set was verified again is told by nothing but its time. It ran for a change, so never on main. */
    private static BuildChanged build(Change change, String outcome) throws UnmappableException {
        Json event = change.event();
        if (change.revision() == null) {
            throw event.at("patchSet", "revision").missing("a full hash");
        }
        BuildChanged build = change.origin().stamp().build(change.origin().repository(), change.at());
        build.setRunId("%s/%s/%d"
                .formatted(
                        change.change().text("number"),
                        event.text("patchSet", "number"),
                        change.at().getEpochSecond()));
        build.setWorkflow(VERIFIED);
        build.setTrigger("pull_request");
        build.setDefaultBranch(change.origin().defaultBranch());
        build.setRequest(change.change().text("number"));
        build.setSha(change.revision());
        build.setState("finished");
        build.setOutcome(outcome);
        build.setFinishedAt(change.at());
        build.setUrl(change.change().textOrNull("url"));
        return build;
    }

    /** The vote on a label if this event changed it; null otherwise. */
    private static Integer vote(Json event, String label) {
        for (Json approval : event.list("approvals")) {
            if (label.equals(approval.textOrNull("type")) && approval.has("oldValue")) {
                String value = approval.textOrNull("value");
                return value != null && value.matches("[+-]?[0-9]{1,2}") ? Integer.valueOf(value) : null;
            }
        }
        return null;
    }
}
