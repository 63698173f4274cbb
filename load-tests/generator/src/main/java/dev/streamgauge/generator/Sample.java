package dev.streamgauge.generator;

import dev.streamgauge.schemas.json.EventJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;

/** Writes the events of a simulated organisation to a file, one JSON object a line, in the order of their arrival. */
public final class Sample {
    private Sample() {}

    /** Ends with status 2 and one line on stderr if the arguments are wrong, with 1 if the file cannot be written. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        try {
            SampleOptions options = SampleOptions.parse(arguments);
            long written = write(options);
            System.err.println("Wrote " + written + " events to " + options.out());
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println("sample: " + e.getMessage() + "; " + SampleOptions.USAGE);
            return 2;
        } catch (IOException e) {
            System.err.println("sample: cannot write the file: " + e.getMessage());
            return 1;
        }
    }

    private static long write(SampleOptions options) throws IOException {
        GeneratorConfig config = GeneratorConfig.of(options.seed())
                .withRepositories(options.repositories())
                .withChangesPerDay(options.changesPerDay())
                .withStart(options.start())
                .withLength(Duration.ofDays(options.days()));
        return write(Organisation.of(config).iterator(), options.events(), options.out());
    }

    private static long write(Iterator<Emission> emissions, long most, Path out) throws IOException {
        long written = 0;
        try (BufferedWriter writer = Files.newBufferedWriter(out)) {
            while (written < most && emissions.hasNext()) {
                writer.write(EventJson.write(emissions.next().event()));
                writer.write('\n');
                written++;
            }
        }
        return written;
    }
}
