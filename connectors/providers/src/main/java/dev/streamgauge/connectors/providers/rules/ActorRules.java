package dev.streamgauge.connectors.providers.rules;

import dev.streamgauge.connectors.providers.commits.Assistants;
import dev.streamgauge.connectors.providers.commits.Signs;
import dev.streamgauge.settings.match.NameList;

/** Who is a human, an agent, or another program. */
final class ActorRules {

    private static final String BOT_SUFFIX = "[bot]";

    private final NameList agents;
    private final NameList bots;
    private final Signs signs;

    ActorRules(DoorsFile.Accounts accounts, DoorsFile.AiEvidence evidence) {
        this.agents = NameList.of(accounts.agents());
        this.bots = NameList.of(accounts.bots());
        this.signs = new Signs(new Assistants(evidence.assistants()), evidence.assistedTrailers(), agents, bots);
    }

    /** What shows in a commit that a program had a part in it. */
    Signs signs() {
        return signs;
    }

    boolean isAgent(Account account) {
        return agents.has(account.name());
    }

    String classOf(Account account) {
        if (isAgent(account)) {
            return "agent";
        }
        if (account.isBot() || bots.has(account.name()) || endsAsBot(account.name())) {
            return "bot";
        }
        return account.id() == null && account.name() == null ? null : "human";
    }

    private static boolean endsAsBot(String name) {
        return name != null && name.endsWith(BOT_SUFFIX);
    }
}
