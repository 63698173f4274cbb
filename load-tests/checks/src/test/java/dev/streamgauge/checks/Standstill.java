package dev.streamgauge.checks;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** What to know of processors that do not get on: how far they have come, and where an open transaction keeps readers waiting. */
public final class Standstill {

    private final Admin admin;

    private Standstill(Admin admin) {
        this.admin = admin;
    }

    /** In words, for the failure of a test; never fails itself. */
    public static String describe(String bootstrapServers, String group) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return new Standstill(admin).of(group);
        } catch (ExecutionException | TimeoutException e) {
            return "No progress, and the broker does not answer: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "No progress, and interrupted while asking why";
        }
    }

    private String of(String group) throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, ?> committed =
                OpenTransactions.answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        String open = new OpenTransactions(admin, topic -> true)
                .now().stream().map("  "::concat).collect(Collectors.joining("\n"));
        return "No progress. %s has committed %s%nPartitions that can be read only up to an open transaction:%n%s"
                .formatted(group, committed, open.isEmpty() ? "  none" : open);
    }
}
