package dev.streamgauge.connectors.providers.gitlab;

import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.Account;
import dev.streamgauge.connectors.providers.rules.DoorRules;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Users of GitLab. A hook names the author of a request only by a number; a name helps the rules, and is looked for elsewhere in the body. */
public final class People {

    /** GitLab's own names for the users of access tokens and of service accounts. */
    private static final Pattern PROGRAM =
            Pattern.compile("(project|group)_[0-9]+_bot(_.*)?|service_account_.*", Pattern.CASE_INSENSITIVE);

    private People() {}

    /** The account of a user object of a hook or of the REST API; {@link Account#UNKNOWN} if it is missing. */
    public static Account of(Json user) {
        return account(user.textOrNull("id"), user.textOrNull("username"), user.isTrue("bot"));
    }

    /** The account of the user with this number, with the name that the hook's body happens to tell. */
    static Account named(String id, Json body) {
        return Stream.of(List.of(body.at("user")), body.list("assignees"), body.list("reviewers"))
                .flatMap(List::stream)
                .filter(user -> id != null && id.equals(user.textOrNull("id")))
                .findFirst()
                .map(People::of)
                .orElse(account(id, null, false));
    }

    private static Account account(String id, String name, boolean bot) {
        boolean program = bot || (name != null && PROGRAM.matcher(name).matches());
        return Account.of("gitlab", id, name, program);
    }

    /** human, bot or agent; null if nothing but the number is known, for a number may be anybody's. */
    static String actorClass(Account account, DoorRules rules) {
        return account.name() == null && !account.isBot() ? null : rules.actorClass(account);
    }
}
