package dev.streamgauge.standalone;

import dev.streamgauge.standalone.cli.Cli;
import java.util.List;

/** Where the process begins. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Cli.run(List.of(), arguments));
    }
}
