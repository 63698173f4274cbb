package dev.streamgauge.connectors.providers.rules;

import dev.streamgauge.connectors.providers.commits.MessageReader;
import dev.streamgauge.settings.match.NameList;

/** What a change request says of itself. */
final class RequestRules {

    private final ActorRules actors;
    private final MessageReader messages;
    private final NameList agentBranches;
    private final NameList agentLabels;
    private final NameList assistedLabels;
    private final Hotfixes hotfixes;

    /** The signs of a hotfix. */
    private record Hotfixes(NameList labels, NameList branches, NameList titles) {

        boolean include(RequestText request) {
            return labels.hasAnyOf(request.labels()) || branches.has(request.branch()) || titles.has(request.title());
        }
    }

    RequestRules(DoorsFile file, ActorRules actors, MessageReader messages) {
        DoorsFile.AiEvidence evidence = file.aiEvidence();
        DoorsFile.Hotfix hotfix = file.hotfix();
        this.actors = actors;
        this.messages = messages;
        this.agentBranches = NameList.of(evidence.agentBranches());
        this.agentLabels = NameList.of(evidence.agentLabels());
        this.assistedLabels = NameList.of(evidence.assistedLabels());
        this.hotfixes = new Hotfixes(
                NameList.of(hotfix.labels()), NameList.of(hotfix.branches()), NameList.of(hotfix.titles()));
    }

    boolean isHotfix(RequestText request) {
        return hotfixes.include(request);
    }

    String evidence(RequestText request) {
        if (actors.isAgent(request.author())
                || agentBranches.has(request.branch())
                || agentLabels.hasAnyOf(request.labels())) {
            return "agent-authored";
        }
        boolean spoken = request.description() != null && messages.speaksOfAssistance(request.description());
        return spoken || assistedLabels.hasAnyOf(request.labels()) ? "assisted" : "no-evidence";
    }
}
