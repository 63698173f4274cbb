package dev.streamgauge.checks.performance;

import dev.streamgauge.checks.performance.BareLoop.Work;
import dev.streamgauge.checks.performance.Contender.Running;
import dev.streamgauge.standalone.testkit.OwnJvm;
import dev.streamgauge.standalone.testkit.ServeFile;
import dev.streamgauge.standalone.testkit.ServeProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Those who contend on a field. */
final class Contenders {

    static final String PROCESSORS = "processors";

    private static final String HEAP = "1g";

    private final Field field;
    private final AtomicInteger begun = new AtomicInteger();

    Contenders(Field field) {
        this.field = field;
    }

    List<Contender> all() {
        return List.of(bare(Work.READ), bare(Work.DECODE), bare(Work.COPY), processors());
    }

    private Contender bare(Work work) {
        String name = work.name().toLowerCase(Locale.ROOT);
        return new Contender(name, Field.PREFIX + name, group -> {
            ProcessBuilder builder = OwnJvm.of(BareLoop.class)
                    .heap(HEAP)
                    .fast()
                    .flags("-Dlogback.configurationFile=logback.xml")
                    .with(field.bootstrapServers(), field.registry(), Field.PREFIX, group, work.name());
            Path said = field.directory().resolve(name + "-" + begun.incrementAndGet() + ".txt");
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            return new Running(name, process.toHandle(), () -> "see " + said);
        });
    }

    /** All of them, with the watch on, as {@code ./streamgauge serve} runs them. */
    private Contender processors() {
        return new Contender(PROCESSORS, Field.PREFIX + PROCESSORS, group -> {
            field.clear();
            Path file = new ServeFile(field.bootstrapServers(), field.registry(), Field.PREFIX)
                    .processors()
                    .in(field.directory().resolve("processors.properties"));
            OwnJvm jvm = ServeProcess.JVM.heap(HEAP).fast();
            ServeProcess process = ServeProcess.launch(jvm, file, Map.of(), "--role", "processors");
            return new Running(PROCESSORS, ProcessHandle.of(process.pid()).orElseThrow(), process::says);
        });
    }
}
