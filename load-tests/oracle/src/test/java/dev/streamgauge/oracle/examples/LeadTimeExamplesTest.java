package dev.streamgauge.oracle.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sections 11.1 to 11.4. */
class LeadTimeExamplesTest {

    private static final Example LEAD_TIME = Example.of("lead-time");
    private static final Example SKEW = Example.of("clock-skew").where("change", "example.org/docs/clock-skew#2");
    private static final Example FORK = Example.of("fork-point").where("deploy_id", "D2");

    private static List<String> told(Table table, String section, Example... examples) {
        return Stream.of(examples)
                .flatMap(example -> example.told(section, table.fields()).stream())
                .toList();
    }

    private static List<String> leadTimes(Example example, Table table) {
        return example.day()
                .where("metric", "change_lead_time", "delivery_lead_time")
                .told("lead_time", table.fields());
    }

    @Test
    void eachChangeLandsAndIsDeliveredAsThePageSays() {
        // Given
        Table changes = Docs.table("11.1", 1);
        Table deliveries = Docs.table("11.1", 3);

        // When
        List<String> landed = told(changes, "changes", LEAD_TIME);
        List<String> delivered = told(deliveries, "deliveries", LEAD_TIME);

        // Then
        assertThat(landed).isEqualTo(changes.rows());
        assertThat(delivered).isEqualTo(deliveries.rows());
    }

    @Test
    void goingBackMarksWhatItUndoes() {
        // Given
        Table table = Docs.table("11.1", 2);

        // When
        List<String> deploys = told(table, "deploys", LEAD_TIME);

        // Then
        assertThat(deploys).isEqualTo(table.rows());
    }

    @Test
    void aDayIsTheSumOfItsDeliveries() {
        // Given
        Table table = Docs.table("11.1", 4);

        // When
        List<String> day = leadTimes(LEAD_TIME, table);

        // Then
        assertThat(day).containsExactlyInAnyOrderElementsOf(table.rows());
    }

    @Test
    void aLateDeployCorrectsTheDay() {
        // Given
        Table table = Docs.table("11.1", 5);
        String late = """
                {"type":"DeployChanged","repository":"example.org/docs/lead-time","occurred_at":"2026-03-02T09:10:00Z",
                "deploy_id":"D0","environment":"production","sha":"%s","state":"finished","outcome":"success"}""".replace("\n", "").formatted("a1".repeat(20));

        // When
        List<String> day = leadTimes(LEAD_TIME.and(late), table);

        // Then
        assertThat(day).containsExactlyInAnyOrderElementsOf(table.rows());
    }

    @Test
    void fiveMinutesBetweenDeliveryAndLandingAreADifferenceOfClocks() {
        // Given
        Table table = Docs.table("11.2", 1);
        Example third = Example.of("before-landing").but("change", "#1");

        // When
        List<String> told = told(
                table,
                "deliveries",
                third.changed("10:36", "10:36", "10:34"),
                third.changed("10:36", "10:36", "10:35"),
                third,
                third.without("10:36"));

        // Then
        assertThat(told).isEqualTo(table.rows());
    }

    @Test
    void aFirstAuthorDateIsClampedWithinFiveMinutes() {
        // Given
        Table table = Docs.table("11.3", 1);

        // When
        List<String> told = told(
                table,
                "deliveries",
                skewed("09:30", "10:00", "10:20"),
                skewed("10:05", "10:00", "10:20"),
                skewed("10:06", "10:00", "10:20"),
                skewed("10:33", "10:34", "10:30"),
                skewed("10:36", "10:40", "10:30"));

        // Then
        assertThat(told).isEqualTo(table.rows());
    }

    private static Example skewed(String authored, String landed, String delivered) {
        return SKEW.changed("10:20:00Z", "10:20", delivered)
                .changed("10:06:00Z", "T10:00:00Z", "T%s:00Z".formatted(landed))
                .changed("10:06:00Z", "10:06", authored);
    }

    @Test
    void aReleaseBranchStandsWhereItLeftMain() {
        // Given
        Table table = Docs.table("11.4", 1);
        Example cut = FORK.changed("\"release\"", commit("e1", "b1"), "");

        // When
        List<String> told = told(
                table,
                "deploys",
                FORK,
                FORK.changed(
                        "\"release\"",
                        "[\"" + "e1".repeat(20) + "\"]",
                        "[\"%s\",\"%s\"]".formatted("e1".repeat(20), "c1".repeat(20))),
                cut,
                cut.and(ownerOfTheHead()),
                FORK.without("\"release\""));

        // Then
        assertThat(told).isEqualTo(table.rows());
    }

    /** The first commit of the release branch as the file has it. */
    private static String commit(String sha, String parent) {
        return """
                {"sha":"%s","parents":["%s"],"authored_at":"2026-03-02T10:04:00Z"},""".formatted(sha.repeat(20), parent.repeat(20));
    }

    private static String ownerOfTheHead() {
        return """
                {"type":"ReviewChanged","repository":"example.org/docs/fork-point","occurred_at":"2026-03-02T10:09:00Z",
                "request":"9","state":"open","head_sha":"%s"}""".replace("\n", "").formatted("e2".repeat(20));
    }
}
