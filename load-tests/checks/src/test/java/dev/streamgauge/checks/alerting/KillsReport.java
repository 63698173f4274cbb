package dev.streamgauge.checks.alerting;

import java.nio.file.Files;
import java.nio.file.Path;

/** Kills a sink many times, and writes what came of it. */
public final class KillsReport {

    private KillsReport() {}

    /**
     * Runs it; ends with 1 if something was lost, repeated too often, under another key or in another order.
     *
     * @param arguments how many kills; the page to write
     */
    public static void main(String[] arguments) throws Exception {
        boolean isWell;
        try (KillDrill drill = new KillDrill(Files.createTempDirectory("alert-kills"))) {
            KillFigures figures = drill.run(Integer.parseInt(arguments[0]));
            String page = figures.page();
            Files.writeString(Path.of(arguments[1]), page);
            System.err.println(page);
            isWell = figures.isWell();
        }
        System.exit(isWell ? 0 : 1);
    }
}
