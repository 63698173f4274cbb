package dev.streamgauge.standalone.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What has been found so far. What an earlier finding makes pointless is skipped. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();

    void add(Finding finding) {
        all.add(finding);
    }

    void addAll(List<Finding> findings) {
        all.addAll(findings);
    }

    /** Looks, if that is possible. */
    void add(String check, boolean possible, Supplier<Finding> finding) {
        all.add(when(check, possible, finding));
    }

    /** The same for a check that may find several things. */
    void addAll(String check, boolean possible, Supplier<List<Finding>> findings) {
        all.addAll(possible ? findings.get() : List.of(skipped(check)));
    }

    static Finding when(String check, boolean possible, Supplier<Finding> finding) {
        return possible ? finding.get() : skipped(check);
    }

    private static Finding skipped(String check) {
        return Finding.skipped(check, "not looked at, because of an earlier finding");
    }

    boolean isWell(String check) {
        return all.stream().anyMatch(found -> found.check().equals(check) && found.status() == Finding.Status.OK);
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
