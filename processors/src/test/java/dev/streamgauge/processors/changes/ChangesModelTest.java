package dev.streamgauge.processors.changes;

import static dev.streamgauge.processors.testkit.Cast.commit;
import static dev.streamgauge.processors.testkit.Cast.deploy;
import static dev.streamgauge.processors.testkit.Cast.landed;
import static dev.streamgauge.processors.testkit.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgauge.processors.landings.Landings;
import dev.streamgauge.processors.testkit.RandomHistory;
import dev.streamgauge.processors.testkit.Reviewed;
import dev.streamgauge.processors.testkit.Story;
import dev.streamgauge.processors.testkit.Telling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangesModelTest {

    private static final List<String> SHAS =
            IntStream.range(0, 7).mapToObj(i -> "c" + i).toList();
    private static final List<String> EVIDENCE =
            Arrays.asList("agent-authored", "assisted", "no-evidence", "no-evidence", null, null);
    private static final List<String> PROMOTED = List.of("develop", "release", "main", "part-1");

    /** Features and promotions of so few commits that they claim the same ones; each commit is deployed. */
    private static List<Telling> promoting(Random random) {
        List<Telling> events = new ArrayList<>();
        SHAS.forEach(sha -> events.add(deploy("D-" + sha, sha)));
        for (int i = 0; i < 12; i++) {
            int number = 1 + random.nextInt(7);
            Reviewed review = request(String.valueOf(number)).commits(one(SHAS, random), one(SHAS, random));
            boolean promotion = number > 4;
            review.into(promotion ? one(List.of("main", "production"), random) : one(PROMOTED, random));
            review.from(promotion ? PROMOTED.get(number - 5) : "part-" + number);
            if (random.nextInt(4) == 0) {
                review.event().setSourceBranch(null);
            }
            review.by(null, one(EVIDENCE, random));
            events.add(random.nextBoolean() ? review.merged(one(SHAS, random)) : review);
        }
        for (int i = 0; i < 5; i++) {
            String sha = one(SHAS, random);
            var listed = commit(sha).authored("0%d:00".formatted(random.nextInt(9)));
            listed = random.nextBoolean() ? listed.names(String.valueOf(1 + random.nextInt(7))) : listed.reverts("c1");
            listed.shows(one(EVIDENCE, random));
            events.add(landed(listed, commit(one(SHAS, random))).at("1%d:00".formatted(i)));
        }
        return events;
    }

    private static String one(List<String> any, Random random) {
        return any.get(random.nextInt(any.size()));
    }

    @Test
    void changesAreWhatTheDefinitionsSayOfAllEventsAtOnce() {
        for (long seed = 1; seed <= 300; seed++) {
            // Given
            List<Telling> history = new RandomHistory(9_000 + seed).events(10 + (int) (seed % 50));

            // When
            Story story = Story.of(history);

            // Then
            assertThat(told(story)).isEqualTo(model(history, story).changes());
        }
    }

    @Test
    void promotionsAreWhatTheDefinitionsSayOfAllEventsAtOnceInAnyOrder() {
        int carriers = 0;
        int carried = 0;
        for (long seed = 1; seed <= 300; seed++) {
            // Given
            Random random = new Random(seed);
            List<Telling> history = promoting(random);
            Collections.shuffle(history, random);

            // When
            Story story = Story.of(history);

            // Then
            ChangesModel model = model(history, story);
            assertThat(told(story)).isEqualTo(model.changes());
            assertThat(SHAS).allSatisfy(sha -> assertThat(owners(story, sha)).isEqualTo(model.owners(sha)));
            carriers += model.carriers().size();
            carried += (int) told(story).stream()
                    .filter(change -> change.contains(" carried "))
                    .count();
        }
        assertThat(carriers).isGreaterThan(200);
        assertThat(carried).isGreaterThan(100);
    }

    private static ChangesModel model(List<Telling> history, Story story) {
        return new ChangesModel(history, story.rows(Landings.COMMITS));
    }

    private static Set<String> owners(Story story, String sha) {
        return story.rows(Changes.CHANGES).stream()
                .filter(change -> change.watched().contains(sha))
                .map(change -> shortened(change.id()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** In the words of the model. */
    private static List<String> told(Story story) {
        return story.rows(Changes.CHANGES).stream()
                .filter(Change::published)
                .map(change -> "%s %s %s %s %s reverts %s shows %s"
                        .formatted(
                                shortened(change.id()),
                                change.joinedBy(),
                                change.landed() ? change.landing().sha() : null,
                                change.firstAuthoredAt() == null
                                        ? null
                                        : Instant.ofEpochMilli(change.firstAuthoredAt()),
                                change.services(),
                                change.reverts().stream()
                                        .map(ChangesModelTest::shortened)
                                        .toList(),
                                change.aiEvidence()))
                .toList();
    }

    private static String shortened(String id) {
        return id.replace(Story.SHOP, "");
    }
}
