package dev.streamgauge.standalone.testkit.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {

    @TempDir
    Path directory;

    @Test
    void aNodeThatWasKilledComesBackWithItsTopics() throws Exception {
        // Given
        try (Cluster cluster = Cluster.start(1, directory);
                Admin admin = Admin.create(cluster.admin())) {
            admin.createTopics(List.of(new NewTopic("kept", Optional.of(1), Optional.empty())))
                    .all()
                    .get();

            // When
            cluster.node(1).kill();
            cluster.node(1).start();
            cluster.awaitAll();

            // Then
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
    }
}
