package dev.streamgauge.checks.gateway;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How much the gateway takes a second, against a bare server that verifies nothing and maps nothing, in turns in one process. */
public final class GatewayBenchmark {

    private static final int WARM_UP = 3;
    private static final int ROUNDS = 4;
    private static final int DIFFERENT = 500;

    private GatewayBenchmark() {}

    private record Pass(String what, double perSecond, double cpuMicros) {

        String row() {
            return String.format(Locale.ROOT, "| %s | %,.0f | %.0f |%n", what, perSecond, cpuMicros);
        }
    }

    /** Runs it. Arguments: how many requests a pass; the page to write, or nothing. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        double loadBefore = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        List<byte[]> requests = GitHubBodies.signed(DIFFERENT);
        Load load = new Load(requests);
        List<Pass> bare = new ArrayList<>();
        List<Pass> gateway = new ArrayList<>();
        try (Rig rig = new Rig(Map.of(
                        "source.github.provider", "github",
                        "source.github.secret", Requests.SECRET,
                        "gateway.rate.per.second", "1000000"));
                BareServer server = new BareServer(rig.platform().clientConfig())) {
            for (int round = 1 - WARM_UP; round <= ROUNDS; round++) {
                Pass one = pass("bare server " + round, load, server.port(), count);
                Pass other = pass("gateway " + round, load, rig.port(), count);
                if (round > 0) {
                    bare.add(one);
                    gateway.add(other);
                }
            }
        }
        write(arguments, page(count, loadBefore, requests, bare, gateway));
    }

    private static Pass pass(String what, Load load, int port, int count) throws Exception {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long begun = System.nanoTime();
        load.run(port, count);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Pass pass = new Pass(what, count / seconds, (system.getProcessCpuTime() - cpu) / 1e3 / count);
        System.err.print(pass.row());
        return pass;
    }

    private static String page(
            int count, double loadBefore, List<byte[]> requests, List<Pass> bare, List<Pass> gateway) {
        StringBuilder page = new StringBuilder("# The gateway against a bare server\n\n");
        page.append("`mvn -pl load-tests/checks -am test -Pgateway-benchmark -DskipTests`\n\n");
        page.append(String.format(
                Locale.ROOT,
                "%s; %d cores, Java %s, -Xmx%d MB, load average before %.1f. Sender, servers, broker and registry share one process, and its cores.%n%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                Runtime.getRuntime().maxMemory() >> 20,
                loadBefore));
        page.append(String.format(
                Locale.ROOT,
                "%,d requests a pass over 32 connections, after three passes of each to warm up: as many `pull_request` (%,d bytes with the head) as `workflow_job` (%,d bytes). The gateway verifies, maps, keeps the redacted raw bytes and produces events; the bare server reads the body and produces it to one topic. Both answer when all replicas have acknowledged.%n%n",
                count,
                requests.get(0).length,
                requests.get(1).length));
        page.append("| pass | requests/s | CPU of the process for each, µs |\n|---|---|---|\n");
        for (int i = 0; i < bare.size(); i++) {
            page.append(bare.get(i).row()).append(gateway.get(i).row());
        }
        page.append(String.format(
                Locale.ROOT,
                "%nFastest against fastest: **%.2f** of the bare server's rate.%n",
                fastest(gateway) / fastest(bare)));
        return page.toString();
    }

    private static double fastest(List<Pass> passes) {
        return passes.stream()
                .max(Comparator.comparingDouble(Pass::perSecond))
                .orElseThrow()
                .perSecond();
    }

    private static void write(String[] arguments, String page) throws IOException {
        System.out.println(page);
        if (arguments.length > 1) {
            Files.writeString(Path.of(arguments[1]), page);
        }
    }
}
