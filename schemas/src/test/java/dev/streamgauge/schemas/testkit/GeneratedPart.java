package dev.streamgauge.schemas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a page that is made by the code, between two marks.
 *
 * @param what its name in the marks
 */
public record GeneratedPart(Path page, String what) {

    private static final String PROPERTY = "streamgauge.update";

    /** Fails if the page tells something else; with {@code -Dstreamgauge.update=true} it is told this from now on. */
    public void requireIs(String text) throws IOException {
        String now = Files.readString(page);
        String mark = "<!-- %s: generated, see below -->\n".formatted(what);
        int begin = now.indexOf(mark) + mark.length();
        int end = now.indexOf("<!-- end of %s -->\n".formatted(what));
        String expected = now.substring(0, begin) + text + now.substring(end);
        if (Boolean.getBoolean(PROPERTY)) {
            Files.writeString(page, expected);
            return;
        }
        assertThat(now)
                .as("%s is stale: run this test with -D%s=true", page, PROPERTY)
                .isEqualTo(expected);
    }
}
