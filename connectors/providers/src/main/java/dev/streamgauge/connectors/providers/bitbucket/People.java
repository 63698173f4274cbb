package dev.streamgauge.connectors.providers.bitbucket;

import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.Account;
import java.util.Locale;

/** Accounts of Atlassian. */
final class People {

    private People() {}

    /** The account of a user object; {@link Account#UNKNOWN} if it is missing. */
    static Account of(Json user) {
        String id = user.textOrNull(user.has("account_id") ? "account_id" : "uuid");
        String type = String.valueOf(user.textOrNull("type")).toLowerCase(Locale.ROOT);
        return Account.of(
                "bitbucket", id, user.textOrNull("nickname"), type.equals("app_user") || type.equals("appuser"));
    }
}
