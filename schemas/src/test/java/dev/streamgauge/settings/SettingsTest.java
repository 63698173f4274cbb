package dev.streamgauge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final String USUAL = """
            section:
              names: [ada, bob, bert]
              one_text: usual
            entries: []
            """;

    record Whole(Section section, List<Entry> entries, Map<String, List<String>> byName) {}

    record Section(List<String> names, String oneText) {}

    record Entry(
            @Means(value = "the match", required = true) String match, String other) {}

    @Test
    void anEmptyFileChangesNothing() {
        assertThat(read("")).isEqualTo(read("section:\n"));
        assertThat(read("").section()).isEqualTo(new Section(List.of("ada", "bob", "bert"), "usual"));
        assertThat(read("").byName()).isEmpty();
    }

    @Test
    void aTextTakesTheDefaultsPlaceAndAListIsAddedToIt() {
        // When
        Whole whole = read("section: {one_text: mine, names: [cleo]}");

        // Then
        assertThat(whole.section()).isEqualTo(new Section(List.of("ada", "bob", "bert", "cleo"), "mine"));
    }

    @Test
    void aMinusTakesDefaultsAway() {
        assertThat(read("section: {names: [-Ada]}").section().names()).containsExactly("bob", "bert");
        assertThat(read("section: {names: [-b*, cleo]}").section().names()).containsExactly("ada", "cleo");
        assertThat(read("section: {names: [-*, cleo]}").section().names()).containsExactly("cleo");
    }

    @Test
    void allMistakesAreListedWithTheirPlaces() {
        // Given
        String yaml = """
                sectoin: {}
                section:
                  names: [cleo, -dora, '']
                  one_texts: x
                entries:
                  - match: a
                  - other: b
                  - text
                by_name: [a]
                """;

        // When
        List<String> mistakes = mistakes(yaml);

        // Then
        assertThat(mistakes)
                .containsExactlyInAnyOrder(
                        "f.yaml:1: 'sectoin' is no setting, did you mean 'section'?",
                        "f.yaml:3: 'section.names[1]' is '-dora', but no default is called so",
                        "f.yaml:3: 'section.names[2]' should be a text that is not empty",
                        "f.yaml:4: 'section.one_texts' is no setting, did you mean 'one_text'?",
                        "f.yaml:7: 'entries[1]' needs 'match'",
                        "f.yaml:8: 'entries[2]' should have settings below it: match, other",
                        "f.yaml:9: 'by_name' should have names below it");
    }

    @Test
    void aSettingGivenTwiceIsAMistake() {
        assertThat(mistakes("section:\n  one_text: a\n  one_text: b\n"))
                .containsExactly("f.yaml:3: 'section.one_text' is given twice");
    }

    @Test
    void anUnquotedStarAtTheBeginningIsAMistakeWithItsRemedy() {
        assertThat(mistakes("section:\n  names: [*bot]\n"))
                .containsExactly("f.yaml:2: 'section.names[0]' begins with a star: put it in quotation marks");
    }

    @Test
    void whatIsNoYamlIsNamedWithItsLineAndWithoutItsText() {
        // When
        List<String> mistakes = mistakes("section:\n  one_text: \"secret\n");

        // Then
        assertThat(mistakes)
                .singleElement()
                .asString()
                .startsWith("f.yaml:")
                .contains("is no YAML")
                .doesNotContain("secret");
    }

    record Plain(
            @Means(value = "a text with its place", name = "for")
            Setting.Text length,

            @Means(value = "a text or many", orOne = true) List<Setting.Text> names) {}

    @Test
    void aTextThatKnowsItsPlaceSaysWhereItIsWrong() {
        // Given
        String yaml = "names: [ada]\n\nfor: ever\nfr: x\n";

        // When
        SettingsException refusal = catchThrowableOfType(
                SettingsException.class,
                () -> Settings.read(Plain.class, "f.yaml", yaml, (plain, mistakes) -> {
                    mistakes.add(plain.length().place().mistake("is no length"));
                    return plain;
                }));

        // Then
        assertThat(refusal.mistakes())
                .containsExactly("f.yaml:3: 'for' is no length", "f.yaml:4: 'fr' is no setting, did you mean 'for'?");
    }

    @Test
    void oneTextStandsForAListOfItWhereThatIsAllowed() {
        // When
        Plain plain = Settings.read(Plain.class, "f.yaml", "names: ada", (settings, mistakes) -> settings);

        // Then
        assertThat(plain.names()).extracting(Setting.Text::text).containsExactly("ada");
    }

    record Grouped(String own, @Group Entry entry) {}

    @Test
    void theSettingsOfAGroupStandAmongThoseAroundIt() {
        // When
        Grouped grouped = Settings.read(Grouped.class, "f.yaml", "match: a\nown: b", (settings, mistakes) -> settings);

        // Then
        assertThat(grouped).isEqualTo(new Grouped("b", new Entry("a", null)));
        assertThat(Settings.names(Grouped.class)).containsExactly("own", "match", "other");
    }

    @Test
    void whatIsWrongInAGroupIsToldAsOfWhatIsAroundIt() {
        // When
        SettingsException refusal = catchThrowableOfType(
                SettingsException.class,
                () -> Settings.read(Grouped.class, "f.yaml", "other_one: b", (settings, mistakes) -> settings));

        // Then
        assertThat(refusal.mistakes())
                .containsExactly(
                        "f.yaml:1: 'other_one' is no setting, did you mean 'other'?",
                        "f.yaml:1: the file needs 'match'");
    }

    @Test
    void aTabIsNamedInTheLineInWhichItStands() {
        assertThat(mistakes("section:\n\tone_text: secret\n"))
                .containsExactly("f.yaml:2: the file is no YAML: a tab stands where only spaces may");
    }

    @Test
    void aSecondDocumentIsNotPassedOver() {
        assertThat(mistakes("section: {}\n---\nsection: {}\n"))
                .containsExactly("f.yaml:3: the file has a second document, behind '---': put all into one");
    }

    private static Whole read(String yaml) {
        return Settings.read(Whole.class, USUAL, "f.yaml", yaml);
    }

    private static List<String> mistakes(String yaml) {
        return catchThrowableOfType(SettingsException.class, () -> read(yaml)).mistakes();
    }
}
