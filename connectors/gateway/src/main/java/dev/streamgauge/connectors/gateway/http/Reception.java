package dev.streamgauge.connectors.gateway.http;

import dev.streamgauge.connectors.gateway.config.Limits;
import dev.streamgauge.connectors.gateway.http.WebhookHandler.Shared;
import dev.streamgauge.connectors.gateway.intake.Intake;
import dev.streamgauge.connectors.gateway.intake.Result;
import dev.streamgauge.connectors.gateway.intake.Source;
import dev.streamgauge.connectors.gateway.signatures.Verdict;
import dev.streamgauge.connectors.providers.Delivery;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives the deliveries of one source: reads, verifies, and only then opens them. */
final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Source source;
    private final Intake intake;
    private final Limits limits;
    private final Shared shared;
    private final RateLimit rate;

    Reception(Source source, Intake intake, Limits limits, Shared shared) {
        this.source = source;
        this.intake = intake;
        this.limits = limits;
        this.shared = shared;
        this.rate = new RateLimit(limits.ratePerSecond(), System::nanoTime);
    }

    /** @param rest of the path, behind the source's name */
    void receive(Exchange exchange, String rest) {
        Map<String, String> headers = headers(exchange.request(), rest);
        BodyReader reader = new BodyReader(exchange.request(), limits.maxBody(), shared.memory());
        exchange.setClock(limits.bodyTimeout(), reader::expire);
        reader.read((body, refusal) -> {
            if (refusal == null) {
                var unused = take(
                                exchange,
                                reader,
                                new Delivery(headers, body, shared.clock().instant()))
                        .thenRun(reader::release);
            } else {
                reader.release();
                answer(exchange, refusal);
            }
        });
    }

    // What it answers always completes well, when nobody needs the body any more.
    private CompletableFuture<Void> take(Exchange exchange, BodyReader reader, Delivery received) {
        exchange.setClock(limits.answerTimeout(), () -> answer(exchange, Answer.unavailable("timeout")));
        Verdict verdict = source.scheme().verify(received, source.secrets());
        Answer refusal = verdict != Verdict.VALID ? Answer.unsigned(verdict) : rate.take() ? null : Answer.tooMany();
        if (refusal != null) {
            answer(exchange, refusal);
            return CompletableFuture.completedFuture(null);
        }
        return opened(received, reader)
                .thenAccept(result -> answer(exchange, result))
                .exceptionally(failure -> failed(exchange, failure));
    }

    private CompletableFuture<Result> opened(Delivery received, BodyReader reader) {
        try {
            byte[] body = isGzip(received)
                    ? Inflation.gunzip(received.body(), limits.maxBody(), reader::reserve)
                    : received.body();
            return intake.take(source, Form.opened(received.headers(), body, received.receivedAt()));
        } catch (Inflation.BombException | Inflation.CrowdedException e) {
            return CompletableFuture.failedFuture(e);
        } catch (RuntimeException e) {
            LOG.error("A delivery of {} was not taken, it may be sent again", source.name(), e);
            return CompletableFuture.failedFuture(e);
        } catch (IOException e) {
            return intake.takeBroken(source, received, "The body is no gzip, although its Content-Encoding says so");
        }
    }

    private static boolean isGzip(Delivery received) {
        return "gzip".equalsIgnoreCase(received.header("content-encoding"));
    }

    private void answer(Exchange exchange, Result result) {
        shared.measures().ignored(source.name(), result);
        answer(exchange, Answer.of(result));
    }

    private Void failed(Exchange exchange, Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof Inflation.BombException) {
            answer(exchange, Answer.tooLarge("inflated"));
        } else if (cause instanceof Inflation.CrowdedException) {
            answer(exchange, Answer.busy());
        } else {
            LOG.debug("Not acknowledged, for {}: {}", source.name(), cause.getMessage());
            answer(exchange, Answer.unavailable("broker"));
        }
        return null;
    }

    private void answer(Exchange exchange, Answer answer) {
        exchange.answer(answer, () -> shared.measures().answered(source.name(), answer, exchange.age()));
    }

    private static Map<String, String> headers(Request request, String rest) {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            String value = field.getValue() == null ? "" : field.getValue();
            headers.merge(field.getName().toLowerCase(Locale.ROOT), value, (one, other) -> one + "," + other);
        }
        if (!rest.isEmpty()) {
            headers.put(Delivery.PATH, rest);
        }
        return headers;
    }
}
