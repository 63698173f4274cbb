package dev.streamgauge.connectors.git;

import java.util.ArrayList;
import java.util.List;

/** Counts what a clone holds that cannot be taken as it stands, so that the run goes on and nothing is hidden. */
final class ReadProblems {

    long shallowCommits;
    long absentParents;
    long oddEncodings;
    long unreadableTimes;
    long movedLandings;
    long movedDeploys;
    long futureDeploys;
    long unreadableTags;
    long datelessTags;

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        tell(sentences, shallowCommits, "commits are the edge of a shallow clone: the history before them is unknown");
        tell(
                sentences,
                absentParents,
                "parents of commits are missing from the clone: the history before them is unknown");
        tell(sentences, oddEncodings, "commits are in an unknown encoding and were read as UTF-8");
        tell(sentences, unreadableTimes, "author or committer dates cannot be read, or are beyond the year 9999");
        tell(
                sentences,
                movedLandings,
                "landings are dated before 1990 or in the future: they count as landed with their first parent");
        tell(sentences, movedDeploys, "tags are dated before 1990: they count as of 1990-01-01");
        tell(sentences, futureDeploys, "tags are dated in the future: they will be refused as time_out_of_range");
        tell(sentences, unreadableTags, "tags cannot be read and were left out");
        tell(sentences, datelessTags, "tags have no date, and neither has their commit: they were left out");
        return sentences;
    }

    private static void tell(List<String> sentences, long count, String what) {
        if (count > 0) {
            sentences.add(count + " " + what);
        }
    }
}
