package dev.streamgauge.connectors.providers.azuredevops;

import dev.streamgauge.connectors.providers.Origin;
import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.events.v1.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Votes. A pull request lists those of all reviewers without a time; that this very delivery is about one, only its sentence says: "Mira approved pull request
 * 12". A vote is a review if the sentence begins with the name of a reviewer who has voted, and goes on with a vote.
 */
final class Votes {

    private static final int APPROVED = 5;

    private static final Pattern VOTED = Pattern.compile(
            "^\\s+(?:has |is |have )?(?:voted|approved|rejected|waiting for the author|left suggestions).*",
            Pattern.DOTALL);

    private Votes() {}

    static List<Review> of(Hook hook, Origin origin) throws UnmappableException {
        String sentence = hook.body().textOrNull("message", "text");
        List<Review> reviews = new ArrayList<>();
        for (Json reviewer : hook.resource().list("reviewers")) {
            Long vote = reviewer.numberOrNull("vote");
            if (vote != null && vote != 0 && speaksOf(sentence, reviewer.textOrNull("displayName"))) {
                String state = vote >= APPROVED ? "approved" : "changes_requested";
                reviews.add(origin.review(Hook.account(reviewer), state, hook.at()));
            }
        }
        return reviews;
    }

    private static boolean speaksOf(String sentence, String name) {
        return sentence != null
                && name != null
                && sentence.startsWith(name)
                && VOTED.matcher(sentence.substring(name.length())).matches();
    }
}
