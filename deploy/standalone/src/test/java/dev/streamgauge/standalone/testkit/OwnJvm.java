package dev.streamgauge.standalone.testkit;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Another JVM with the class path of this one, small and quick to start.
 *
 * @param main what it runs
 * @param heap the greatest size of its heap, as {@code -Xmx} has it
 * @param flags further ones of the JVM
 * @param inFront directories of classes that hide those of the class path
 */
public record OwnJvm(String main, String heap, List<String> flags, List<Path> inFront) {

    /** With a quarter of a gigabyte. */
    public static OwnJvm of(Class<?> main) {
        return named(main.getName());
    }

    /** The same of somebody else's program, by the name of its class. */
    public static OwnJvm named(String main) {
        return new OwnJvm(main, "256m", List.of(), List.of());
    }

    /** The same with another greatest size of its heap. */
    public OwnJvm heap(String size) {
        return new OwnJvm(main, size, flags, inFront);
    }

    /** The same with more flags. */
    public OwnJvm flags(String... more) {
        return flags(List.of(more));
    }

    /** The same with more flags. */
    public OwnJvm flags(List<String> more) {
        List<String> all = new ArrayList<>(flags);
        all.addAll(more);
        return new OwnJvm(main, heap, List.copyOf(all), inFront);
    }

    /** The same with the compiler and the heap of long runs: slower to begin, and in the end what costs least. */
    public OwnJvm fast() {
        return longRun("-XX:NewRatio=1");
    }

    /** The same for who must answer soon: a collector that stops it often, and never for long. */
    public OwnJvm prompt() {
        return longRun("-XX:-UseSerialGC", "-XX:+UseG1GC", "-XX:MaxGCPauseMillis=50");
    }

    private OwnJvm longRun(String... collector) {
        return flags("-XX:TieredStopAtLevel=4", "-Xms" + heap).flags(collector);
    }

    /** The same with classes that hide others. */
    public OwnJvm hiding(List<Path> classes) {
        return new OwnJvm(main, heap, flags, List.copyOf(classes));
    }

    /** Ready to be started. */
    public ProcessBuilder with(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(), main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private String classPath() {
        StringBuilder path = new StringBuilder();
        inFront.forEach(classes -> path.append(classes).append(File.pathSeparator));
        return path.append(System.getProperty("java.class.path")).toString();
    }
}
