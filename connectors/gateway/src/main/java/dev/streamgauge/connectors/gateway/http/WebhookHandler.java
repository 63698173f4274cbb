package dev.streamgauge.connectors.gateway.http;

import dev.streamgauge.connectors.gateway.config.Limits;
import dev.streamgauge.connectors.gateway.intake.Intake;
import dev.streamgauge.connectors.gateway.intake.Source;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code POST /webhooks/<source>[/...]}. Looks at the head of a request only; the rest is {@link Reception}'s. */
public final class WebhookHandler extends Handler.Abstract {

    private static final Pattern PATH = Pattern.compile("/webhooks/([^/]+)(?:/(.*))?");

    private final Map<String, Reception> receptions = new HashMap<>();
    private final Limits limits;
    private final Measures measures;

    /**
     * A handler.
     *
     * @param sources by their names
     */
    public WebhookHandler(Map<String, Source> sources, Intake intake, Limits limits, Measures measures, Clock clock) {
        this.limits = limits;
        this.measures = measures;
        MemoryBudget memory = new MemoryBudget(limits.memory());
        measures.memory(memory::used);
        sources.forEach((name, source) ->
                receptions.put(name, new Reception(source, intake, limits, new Shared(memory, measures, clock))));
    }

    /** What the receptions share. */
    record Shared(MemoryBudget memory, Measures measures, Clock clock) {}

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange exchange = new Exchange(request, response, callback);
        Matcher path = PATH.matcher(Objects.requireNonNullElse(Request.getPathInContext(request), ""));
        Reception reception = path.matches() ? receptions.get(path.group(1)) : null;
        Answer refusal = refusal(request, path.matches(), reception);
        if (refusal == null) {
            reception.receive(exchange, Objects.requireNonNullElse(path.group(2), ""));
        } else {
            String source = reception == null ? Measures.NO_SOURCE : path.group(1);
            exchange.answer(refusal, () -> measures.answered(source, refusal, exchange.age()));
        }
        return true;
    }

    private Answer refusal(Request request, boolean isWebhook, Reception reception) {
        if (reception == null) {
            return Answer.unknown(isWebhook ? "source" : "path");
        }
        if (!request.getMethod().equals("POST")) {
            return Answer.wrongMethod();
        }
        String encoding = encoding(request);
        if (!encoding.equals("identity") && !encoding.equals("gzip")) {
            return Answer.unknownEncoding();
        }
        return request.getLength() > limits.maxBody() ? Answer.tooLarge("declared") : null;
    }

    static String encoding(Request request) {
        String all = String.join(",", request.getHeaders().getValuesList(HttpHeader.CONTENT_ENCODING));
        return all.isBlank() ? "identity" : all.strip().toLowerCase(Locale.ROOT);
    }
}
