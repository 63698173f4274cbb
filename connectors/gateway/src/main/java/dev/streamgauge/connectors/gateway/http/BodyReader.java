package dev.streamgauge.connectors.gateway.http;

import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.eclipse.jetty.io.Content.Chunk;
import org.eclipse.jetty.server.Request;

/** Reads a body without blocking a thread, and stops reading when it becomes too large, or too much for all together. */
final class BodyReader implements Runnable {

    private static final int FIRST = 64 * 1024;

    private final Request request;
    private final int most;
    private final MemoryBudget memory;
    private final Bytes body;
    private BiConsumer<byte[], Answer> then;
    private long taken;
    private volatile boolean expired;
    private volatile boolean done;

    BodyReader(Request request, int most, MemoryBudget memory) {
        this.request = request;
        this.most = most;
        this.memory = memory;
        // What the sender declares is believed only for a small size: else a thousand promises would fill the memory.
        this.body = new Bytes((int) Math.min(FIRST, Math.max(32, request.getLength())));
    }

    /** Ends the reading: the other is told that the sender is too slow, unless it has been told something already. */
    void expire() {
        if (!done) {
            expired = true;
            request.fail(new TimeoutException());
        }
    }

    /** Takes more of the budget, for what becomes of the body; false if there is no more. */
    synchronized boolean reserve(long bytes) {
        boolean enough = memory.take(bytes);
        taken += enough ? bytes : 0;
        return enough;
    }

    /** Gives back what it took of the budget: nobody needs the body any more. Once is enough. */
    synchronized void release() {
        memory.give(taken);
        taken = 0;
    }

    /** Reads. The other is told either the whole body or why there is none, once, from any thread. */
    void read(BiConsumer<byte[], Answer> told) {
        then = told;
        run();
    }

    @Override
    public void run() {
        while (true) {
            Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Chunk.isFailure(chunk)) {
                done = true;
                then.accept(null, expired ? Answer.slow() : Answer.broken());
                return;
            }
            Answer refusal = add(chunk);
            boolean last = chunk.isLast();
            chunk.release();
            if (refusal != null || last) {
                done = true;
                then.accept(refusal == null ? body.toByteArray() : null, refusal);
                return;
            }
        }
    }

    private synchronized Answer add(Chunk chunk) {
        int bytes = chunk.remaining();
        if (body.size() + (long) bytes > most) {
            return Answer.tooLarge("actual");
        }
        if (!reserve(bytes)) {
            return Answer.busy();
        }
        body.add(chunk);
        return null;
    }
}
