package dev.streamgauge.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerRunTest {

    private final List<String> fatal = new CopyOnWriteArrayList<>();

    @TempDir
    Path directory;

    @Test
    void shouldSurviveAControllerPortThatIsTaken() throws IOException {
        // Given
        try (ServerSocket taken = taken()) {
            ServerRun run = run(Ports.brokerAndController(0)[0], taken.getLocalPort());

            // When
            StartFailure failure = catchThrowableOfType(StartFailure.class, run::start);

            // Then
            assertThat(failure.isTakenPort()).isTrue();
            assertThat(fatal).isEmpty();
        }
    }

    @Test
    void shouldSurviveABrokerPortThatIsTaken() throws IOException {
        // Given
        try (ServerSocket taken = taken()) {
            ServerRun run = run(taken.getLocalPort(), Ports.brokerAndController(0)[0]);

            // When
            StartFailure failure = catchThrowableOfType(StartFailure.class, run::start);

            // Then
            assertThat(failure.isTakenPort()).isTrue();
            assertThat(fatal).isEmpty();
        }
    }

    @Test
    void shouldTellOnceWhenTheRunningBrokerGivesUp() throws Exception {
        // Given
        int[] ports = Ports.brokerAndController(0);
        ServerRun run = run(ports[0], ports[1]);
        run.start();

        // When
        Exit.halt(1);
        Exit.halt(1);

        // Then
        run.stop();
        Exit.halt(1);
        assertThat(fatal).singleElement().asString().contains("broker failed");
    }

    private ServerRun run(int brokerPort, int controllerPort) {
        BrokerConfig config = new BrokerConfig(directory, 0, fatal::add);
        Storage.prepare(config);
        KafkaConfig settings =
                new KafkaConfig(BrokerSettings.of(config, new int[] {brokerPort, controllerPort}), false);
        return new ServerRun(new CombinedServer(settings, false), config.onFatal());
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }
}
