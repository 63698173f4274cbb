package dev.streamgauge.standalone.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.oracle.Comparison;
import dev.streamgauge.oracle.Difference;
import dev.streamgauge.oracle.Oracle;
import dev.streamgauge.oracle.Section;
import dev.streamgauge.standalone.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether every fact and aggregate is the batch oracle's.
 *
 * @param compared how many there are
 * @param comparison where they differ
 */
public record Agreement(long compared, Comparison comparison) {

    /**
     * Asks the oracle about the recorded events. One section after the other: all of them at once do not fit into the memory of a laptop's demo.
     *
     * @throws IOException if there is no place on the disk for the rows
     */
    public static Agreement of(Report report, Path recording) throws IOException {
        Comparing comparing = new Comparing(report);
        try (Oracle oracle = Oracle.open()) {
            oracle.computeFiles(List.of(recording), comparing::take);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Agreement(comparing.compared, new Comparison(comparing.differences));
    }

    private static final class Comparing {

        private final Report report;
        private final List<Difference> differences = new ArrayList<>();
        private long compared;

        Comparing(Report report) {
            this.report = report;
        }

        void take(Section section, List<ObjectNode> expected) {
            List<ObjectNode> streamed = streamed(section);
            compared += streamed.size();
            differences.addAll(Comparison.of(section, streamed, expected).differences());
        }

        private List<ObjectNode> streamed(Section section) {
            List<ObjectNode> rows = new ArrayList<>();
            try {
                report.each(section.title(), row -> rows.add(row.remove(Comparison.IGNORED)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return rows;
        }
    }
}
