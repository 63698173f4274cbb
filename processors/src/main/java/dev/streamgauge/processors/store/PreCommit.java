package dev.streamgauge.processors.store;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * The one place that touches Kafka Streams' internals: a store without content, whose cache is "flushed" right before each commit, in the
 * transaction. Kafka Streams' own caching stores hook in here, too. Public API has no such moment; a punctuation is none, because a
 * crash between a commit and the next punctuation would lose output (docs/adr/0005).
 */
public final class PreCommit implements StateStore, CachedStateStore<Object, Object> {

    private final String name;
    private Runnable action = () -> {};
    private boolean open;

    private PreCommit(String name) {
        this.name = name;
    }

    /** Calls an action before each commit, as if the node that is being initialised processed a record. */
    public void run(Runnable newAction, ProcessorContext<?, ?> context) {
        InternalProcessorContext<?, ?> internals = (InternalProcessorContext<?, ?>) context;
        ProcessorNode<?, ?, ?, ?> node = internals.currentNode();
        this.action = () -> {
            ProcessorNode<?, ?, ?, ?> previous = internals.currentNode();
            internals.setCurrentNode(node);
            try {
                newAction.run();
            } finally {
                internals.setCurrentNode(previous);
            }
        };
    }

    @Override
    public void flushCache() {
        action.run();
    }

    /** The task is becoming a standby with the same stores: it would keep its processors, and all that they have in memory. */
    @Override
    public void clearCache() {
        action = () -> {};
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<Object, Object> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public void close() {
        clearCache();
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Builds one for each task. */
    public static StoreBuilder<PreCommit> builder(String name) {
        return new Builder(name);
    }

    private record Builder(String name) implements StoreBuilder<PreCommit> {

        @Override
        public StoreBuilder<PreCommit> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<PreCommit> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<PreCommit> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException("There is nothing to log");
        }

        @Override
        public StoreBuilder<PreCommit> withLoggingDisabled() {
            return this;
        }

        @Override
        public PreCommit build() {
            return new PreCommit(name);
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }
    }
}
