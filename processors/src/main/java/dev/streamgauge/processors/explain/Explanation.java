package dev.streamgauge.processors.explain;

import java.util.List;

/**
 * All that is to be said of one subject.
 *
 * @param kind change, carrier, deploy, incident or red_episode
 * @param id its name within or with its repository
 * @param summary one sentence for people
 * @param facts its public records
 * @param timeline what happened, by time
 * @param deliveries of a change, where it stands in each lane; of a deploy, the changes that it delivered
 * @param relations what it has to do with others
 * @param counted the aggregates that counted it, those of teams and organisations too
 */
public record Explanation(
        String kind,
        String repository,
        String id,
        String summary,
        List<Fact<?>> facts,
        List<Moment> timeline,
        List<Reach> deliveries,
        List<Relation> relations,
        List<Addition> counted) {}
