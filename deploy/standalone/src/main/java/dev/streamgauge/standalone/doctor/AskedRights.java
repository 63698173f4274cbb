package dev.streamgauge.standalone.doctor;

import dev.streamgauge.standalone.access.Acl;
import dev.streamgauge.standalone.access.AclBindings;
import dev.streamgauge.standalone.access.Operation;
import dev.streamgauge.standalone.access.Pattern;
import dev.streamgauge.standalone.serve.Answers;
import dev.streamgauge.standalone.serve.ClusterException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Asks Kafka what its user may do, by questions that change nothing: what is allowed on a topic, whether a topic could be created, whether a member that is not there
 * could leave a group.
 */
final class AskedRights {

    private static final String NOBODY = "streamgauge-doctor";

    private final Admin admin;
    private final Map<String, Answer> operationsOf = new HashMap<>();

    /** What is known of a right. */
    enum Known {
        ALLOWED,
        DENIED,
        /** Kafka tells it only to who uses it. */
        UNKNOWN
    }

    /** What is allowed on a topic; null: not known, because there is no such topic. */
    private record Answer(Set<AclOperation> operations) {}

    AskedRights(Admin admin) {
        this.admin = admin;
    }

    /**
     * Whether there is a right.
     *
     * @throws ClusterException if the cluster does not answer
     */
    Known of(Acl acl) throws ClusterException {
        return switch (acl.resource()) {
            case TOPIC -> acl.operation() == Operation.CREATE ? creation(acl) : onTopic(acl);
            case GROUP -> onGroup(acl);
            case TRANSACTIONAL_ID -> onTransactions(acl);
        };
    }

    private Known onTopic(Acl acl) throws ClusterException {
        String topic = acl.pattern() == Pattern.LITERAL ? acl.name() : oneOf(acl.name());
        Answer answer = operationsOf.get(topic);
        if (answer == null) {
            answer = operations(topic);
            operationsOf.put(topic, answer);
        }
        if (answer.operations() == null) {
            return Known.UNKNOWN;
        }
        return answer.operations().contains(AclBindings.operation(acl.operation())) ? Known.ALLOWED : Known.DENIED;
    }

    /** One of the topics whose names begin so, or a name that none has. */
    private String oneOf(String beginning) throws ClusterException {
        return Answers.of(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(beginning))
                .findFirst()
                .orElse(beginning + NOBODY);
    }

    private Answer operations(String topic) throws ClusterException {
        KafkaFuture<TopicDescription> described = admin.describeTopics(
                        List.of(topic), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues()
                .get(topic);
        try {
            return new Answer(Answers.unless(UnknownTopicOrPartitionException.class, described)
                    .map(TopicDescription::authorizedOperations)
                    .orElse(null));
        } catch (ClusterException e) {
            if (e.isAway()) {
                throw e;
            }
            return new Answer(e.isRefused() ? Set.of() : null);
        }
    }

    private Known creation(Acl acl) throws ClusterException {
        NewTopic never = new NewTopic(acl.name() + NOBODY, Optional.of(1), Optional.empty());
        return asked(admin.createTopics(List.of(never), new CreateTopicsOptions().validateOnly(true))
                .all());
    }

    private Known onGroup(Acl acl) throws ClusterException {
        RemoveMembersFromConsumerGroupOptions nobody =
                new RemoveMembersFromConsumerGroupOptions(List.of(new MemberToRemove(NOBODY)));
        return asked(admin.removeMembersFromConsumerGroup(acl.name(), nobody).all());
    }

    private Known onTransactions(Acl acl) throws ClusterException {
        String nobodys = acl.name() + NOBODY;
        Known described = asked(admin.describeTransactions(List.of(nobodys)).description(nobodys));
        return described == Known.DENIED ? Known.DENIED : Known.UNKNOWN;
    }

    /** Kafka looks at rights first: whatever else it complains of, it was allowed. */
    private static Known asked(KafkaFuture<?> future) throws ClusterException {
        try {
            Answers.of(future);
            return Known.ALLOWED;
        } catch (ClusterException e) {
            if (e.isAway()) {
                throw e;
            }
            return e.isRefused() ? Known.DENIED : Known.ALLOWED;
        }
    }
}
