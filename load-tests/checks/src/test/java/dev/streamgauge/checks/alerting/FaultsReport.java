package dev.streamgauge.checks.alerting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Lets receivers fail for a while, and writes what came of it. */
public final class FaultsReport {

    private FaultsReport() {}

    /**
     * Runs it; ends with 1 if something was lost or told twice, the sound receiver had to wait, or a redirect was followed.
     *
     * @param arguments for how many seconds they fail; the page to write
     */
    public static void main(String[] arguments) throws Exception {
        boolean isWell;
        try (FaultDrill drill = new FaultDrill(Files.createTempDirectory("alert-faults"))) {
            FaultFigures figures = drill.run(Duration.ofSeconds(Long.parseLong(arguments[0])));
            String page = new FaultPage(figures).text();
            Files.writeString(Path.of(arguments[1]), page);
            System.err.println(page);
            isWell = figures.isWell();
        }
        System.exit(isWell ? 0 : 1);
    }
}
