package dev.streamgauge.processors.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Subject QUEUE =
            Subject.queue(Whose.repository("github.com/acme/shop", "platform", "acme"), "ci", "linux");

    @Test
    void namesInBracesAreFilledIn() {
        assertThat(summary("summary: '{name}/{label}$1: {value} > {threshold} ({team}, {workflow})'", 187_200_000.0))
                .isEqualTo("github.com/acme/shop/linux$1: 2d 4h > 1d (platform, )");
    }

    @Test
    void aRuleWithoutASentenceHasOneOfItsKind() {
        assertThat(summary("", 187_200_000.0))
                .isEqualTo("github.com/acme/shop, queue ci, label linux: age of the oldest is 2d 4h, above 1d");
    }

    @Test
    void whatCannotBeMeasuredIsUnknown() {
        assertThat(summary("summary: '{value}'", null)).isEqualTo("unknown");
    }

    private static String summary(String setting, Double value) {
        String yaml = "rules:\n  - name: A\n    kind: age\n    threshold: 1d\n    " + setting + "\n";
        return Summary.of(RuleSet.read(yaml).rules().get(0), QUEUE, value);
    }
}
