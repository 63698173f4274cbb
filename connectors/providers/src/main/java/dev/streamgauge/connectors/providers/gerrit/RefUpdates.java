package dev.streamgauge.connectors.providers.gerrit;

import dev.streamgauge.connectors.providers.Git;
import dev.streamgauge.connectors.providers.Origin;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.CommitPushed;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Moved refs: pushes that went around review, and each merge once more. */
final class RefUpdates {

    private RefUpdates() {}

    /** The push of a branch; none for refs of changes and of Gerrit itself, for tags, and for what is gone. */
    static List<SpecificRecord> pushes(Json event, Stamp stamp, DoorRules rules) throws UnmappableException {
        Json update = event.at("refUpdate");
        String name = update.text("refName");
        // Branches were once told by their short names.
        String branch = Git.shortBranch(name);
        if (branch == null || Git.isZeros(update, "newRev")) {
            return List.of();
        }
        String repository = Places.repository(update.text("project"), null, rules);
        CommitPushed push = Origin.of(repository, null, stamp, rules)
                .push(branch, Git.hash(update, "newRev"), event.time("eventCreatedOn"));
        push.setBefore(Sha.full(update.textOrNull("oldRev")));
        return List.of(push);
    }
}
