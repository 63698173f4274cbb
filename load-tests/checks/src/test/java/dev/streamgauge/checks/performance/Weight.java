package dev.streamgauge.checks.performance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the processors take, in bytes.
 *
 * @param resident memory of the process, as Linux says
 * @param live what is in its heap without garbage
 * @param disk the directory of its state
 */
record Weight(double resident, double live, double disk) {

    static Weight of(long pid, Path state) throws IOException, InterruptedException {
        double resident = resident(pid); // Before all of the heap is touched to collect it.
        return new Weight(resident, new JavaHeap(pid).live(), Disk.size(state.toFile()));
    }

    private static double resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1_024)
                .findFirst()
                .orElseThrow();
    }
}
