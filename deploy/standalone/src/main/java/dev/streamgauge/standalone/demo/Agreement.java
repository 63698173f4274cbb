package dev.streamgauge.standalone.demo;

import dev.streamgauge.oracle.Comparison;
import dev.streamgauge.oracle.Difference;
import dev.streamgauge.oracle.Merge;
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
     * Asks the oracle about the recorded events, and goes over its rows beside those of the report: neither has to fit into the memory of a laptop's demo.
     *
     * @throws IOException if there is no place on the disk for the rows
     */
    public static Agreement of(Report report, Path recording) throws IOException {
        long compared = 0;
        List<Difference> differences = new ArrayList<>();
        try (Oracle oracle = Oracle.open()) {
            oracle.read(List.of(recording));
            for (Section section : Section.values()) {
                Agreement part = oracle.rows(section, expected -> of(report, section, new Merge(section, expected)));
                compared += part.compared();
                differences.addAll(part.comparison().differences());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Agreement(compared, new Comparison(differences));
    }

    private static Agreement of(Report report, Section section, Merge merge) {
        try {
            report.each(section.title(), merge::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Agreement(merge.compared(), merge.end());
    }
}
