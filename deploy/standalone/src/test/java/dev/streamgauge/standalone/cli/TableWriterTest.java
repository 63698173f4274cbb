package dev.streamgauge.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableWriterTest {

    @Test
    void shouldAlignTextsLeftAndNumbersRight() {
        // Given
        TableWriter table = new TableWriter("repository", "count", "share");
        table.row("acme/shop", 7, 0.5).row("größe", 1200, null);

        // When
        String text = table.toString();

        // Then
        assertThat(text).isEqualTo("""
                        repository  count  share
                        acme/shop       7   0.50
                        größe        1200      -
                        """);
    }

    @Test
    void shouldNotLetATextBreakTheTable() {
        assertThat(new TableWriter("branch").row("a\nb\u001b[2J").toString()).isEqualTo("branch\na b [2J\n");
    }

    @Test
    void shouldRefuseARowOfAnotherWidth() {
        assertThatThrownBy(() -> new TableWriter("a", "b").row(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
