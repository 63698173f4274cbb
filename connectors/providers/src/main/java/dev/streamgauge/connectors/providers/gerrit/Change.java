package dev.streamgauge.connectors.providers.gerrit;

import dev.streamgauge.connectors.providers.Origin;
import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.Stamp;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.Account;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import dev.streamgauge.events.v1.ReviewChanged;
import java.time.Instant;
import java.util.List;

/**
 * An event about a change, and where that is.
 *
 * @param event as Gerrit wrote it
 * @param origin the change's repository
 */
record Change(Json event, Origin origin) {

    static Change of(Json event, Stamp stamp, DoorRules rules) throws UnmappableException {
        Json change = event.at("change");
        String repository = Places.repository(change.text("project"), change.textOrNull("url"), rules);
        return new Change(event, Origin.of(repository, null, stamp, rules));
    }

    Json change() {
        return event.at("change");
    }

    /** When it happened: whole seconds. */
    Instant at() throws UnmappableException {
        return event.time("eventCreatedOn");
    }

    /** The commit that the change now is; null if the event does not tell it. */
    String revision() {
        return Sha.full(event.textOrNull("patchSet", "revision"));
    }

    /** The request as it now is. */
    ReviewChanged request() throws UnmappableException {
        Json change = change();
        ReviewChanged request = origin.request(change.text("number"), state(), at());
        request.setTitle(change.textOrNull("subject"));
        request.setOpenedAt(change.timeOrNull("createdOn"));
        request.setTargetBranch(change.textOrNull("branch"));
        request.setUrl(change.textOrNull("url"));
        request.setHeadSha(revision());
        request.setCommitShas(revision() == null ? List.of() : List.of(revision()));
        request.setReadyAt(isType("wip-state-changed") && request.getState().equals("open") ? at() : null);
        if (request.getState().equals("closed") && isType("change-abandoned")) {
            request.setClosedAt(at());
        }
        if (request.getState().equals("merged") && isType("change-merged")) {
            request.setMergedAt(at());
            request.setMergeSha(Sha.full(event.textOrNull("newRev")));
        }
        origin.judge(request, account(change.at("owner")), change.textOrNull("commitMessage"));
        return request;
    }

    /** Older versions do not tell the status: then the event itself says it. */
    private String state() throws UnmappableException {
        String told = change().textOrNull("status");
        String status = told == null ? event.text("type") : told;
        return switch (status) {
            case "MERGED", "change-merged" -> "merged";
            case "ABANDONED", "change-abandoned" -> "closed";
            default -> change().isTrue("wip") ? "draft" : "open";
        };
    }

    private boolean isType(String type) {
        return type.equals(event.textOrNull("type"));
    }

    /** Events have no number for an account, only names: it is told as the rules tell persons, and not at all without a key. */
    Account account(Json json) {
        String address = json.textOrNull(json.has("email") ? "email" : "username");
        String id = address == null ? null : origin.rules().messages().people().identify(address);
        return new Account(id, json.textOrNull(json.has("username") ? "username" : "name"), false);
    }
}
