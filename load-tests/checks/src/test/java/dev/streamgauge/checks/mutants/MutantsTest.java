package dev.streamgauge.checks.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MutantsTest {

    private static final Mutant MUTANT = new Mutant(7, "the later wins", "table/Ending.java", "at <= other.at", "$1");

    @Test
    void aMutantIsFourLinesBetweenCommentsAndEmptyLines() {
        // When
        List<Mutant> mutants = Mutants.parse("""
                # Ends

                the later wins
                table/Ending.java
                - at <= other.at
                + at >= other.at

                no condition
                a/B.java
                - && c
                +
                """);

        // Then
        assertThat(mutants)
                .containsExactly(
                        new Mutant(3, "the later wins", "table/Ending.java", "at <= other.at", "at >= other.at"),
                        new Mutant(8, "no condition", "a/B.java", "&& c", ""));
    }

    @Test
    void aMutantThatLacksALineIsShown() {
        assertThatThrownBy(() -> Mutants.parse("# Ends\nthe later wins\n- at <= other.at\n+ at >= other.at\n"))
                .hasMessageStartingWith("mutants.txt, line 2: a mutant is four lines");
    }

    @Test
    void twoMutantsOfOneNameAreShown() {
        assertThatThrownBy(() -> Mutants.parse("a\nB.java\n- c\n+ d\n\na\nB.java\n- e\n+ f\n"))
                .hasMessage("mutants.txt, line 6: there is a mutant of this name already");
    }

    @Test
    void theTextIsFoundHoweverItIsBrokenIntoLines() {
        // When
        String broken = MUTANT.applyTo("return at\n        <= other.at;");

        // Then
        assertThat(broken).isEqualTo("return $1;");
    }

    @Test
    void aTextThatIsGoneTellsWhichMutantMustBeRewritten() {
        assertThatThrownBy(() -> MUTANT.applyTo("return at < other.at;"))
                .hasMessageContaining("The mutant 'the later wins' (mutants.txt, line 7)")
                .hasMessageContaining("no longer in table/Ending.java")
                .hasMessageContaining("put its new text after the '-'");
    }

    @Test
    void aTextThatOccursTwiceTellsWhichMutantMustSayMore() {
        assertThatThrownBy(() -> MUTANT.applyTo("at <= other.at || at <= other.at"))
                .hasMessageContaining("The mutant 'the later wins' (mutants.txt, line 7)")
                .hasMessageContaining("occurs 2 times");
    }
}
