package dev.streamgauge.connectors.alerting.kafka;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Asks Kafka which receivers are told: their groups have members. It connects for each question, since it is rarely asked.
 *
 * @param config for administrators
 * @param prefix of the topics' names
 */
record ServedGroups(Map<String, Object> config, String prefix) implements Upkeep.Served {

    private static final int LONGEST_MS = 10_000;

    @Override
    public Set<String> of(Set<String> receivers) {
        Set<String> served = new HashSet<>();
        try (Admin admin = Admin.create(config)) {
            for (String receiver : receivers) {
                String group = Feed.alerts(receiver, prefix).group();
                KafkaFuture<ConsumerGroupDescription> described = admin.describeConsumerGroups(
                                List.of(group), new DescribeConsumerGroupsOptions().timeoutMs(LONGEST_MS))
                        .describedGroups()
                        .get(group);
                if (hasMembers(described)) {
                    served.add(receiver);
                }
            }
        }
        return served;
    }

    private static boolean hasMembers(KafkaFuture<ConsumerGroupDescription> described) {
        try {
            return !described.get().members().isEmpty();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        }
    }
}
