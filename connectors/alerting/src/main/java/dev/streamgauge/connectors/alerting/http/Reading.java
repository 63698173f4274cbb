package dev.streamgauge.connectors.alerting.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpHeader;

/** Reads an answer up to a limit. What comes after it is not waited for: the status is known by then. */
final class Reading implements Response.Listener {

    /** Of an answer's body, as much as tells what is wrong, or where a message of Slack is. */
    private static final int MOST_BYTES = 64 * 1024;

    private final CompletableFuture<Reply> answer;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Reading(CompletableFuture<Reply> answer) {
        this.answer = answer;
    }

    @Override
    public void onContent(Response response, ByteBuffer content) {
        byte[] bytes = new byte[Math.min(content.remaining(), MOST_BYTES - body.size())];
        content.get(bytes);
        body.writeBytes(bytes);
        if (body.size() >= MOST_BYTES) {
            answer.complete(reply(response));
            var unused = response.abort(new IOException("The answer is too long"));
        }
    }

    @Override
    public void onComplete(Result result) {
        if (result.isFailed()) {
            answer.completeExceptionally(result.getFailure());
        } else {
            answer.complete(reply(result.getResponse()));
        }
    }

    private Reply reply(Response response) {
        return new Reply(
                response.getStatus(),
                Optional.ofNullable(response.getHeaders().get(HttpHeader.RETRY_AFTER)),
                body.toString(UTF_8));
    }
}
