package dev.streamgauge.connectors.connect.polling.http;

import dev.streamgauge.connectors.providers.UnmappableException;
import dev.streamgauge.connectors.providers.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A provider's API. A call is made once: whoever calls decides when to try again. {@link #close} ends a call that is under way. One thread calls at a time, as
 * providers ask for.
 */
public final class Api implements AutoCloseable {

    private final HttpClient http;
    private final ApiSettings settings;
    private final RateBudget budget;
    private final Clock clock;
    private final AtomicReference<CompletableFuture<?>> underWay = new AtomicReference<>();
    private volatile boolean closed;

    /** Calls with the given budget; the settings' reserve is not looked at. */
    public Api(ApiSettings settings, RateBudget budget, Clock clock) {
        this.settings = settings;
        this.budget = budget;
        this.clock = clock;
        // Redirects are refused: they would carry the credentials to wherever they point.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
    }

    /** Calls with the budget that all users of these credentials in this process share. */
    public static Api shared(ApiSettings settings, Clock clock) {
        return new Api(
                settings,
                RateBudget.shared(settings.base() + "#" + settings.headers().hashCode(), settings.reserve()),
                clock);
    }

    /** What is left to call with. */
    public RateBudget.State budget() {
        return budget.state();
    }

    /** The address of a path below the base, which begins with a slash and may have a query. */
    public URI at(String path) {
        return URI.create(settings.base() + path);
    }

    /** What stands at a path below the base. */
    public ApiReply get(String path) throws ApiException, InterruptedException {
        return get(at(path), null);
    }

    /**
     * What stands at an address.
     *
     * @param etag null: in any case
     */
    public ApiReply get(URI address, String etag) throws ApiException, InterruptedException {
        HttpRequest.Builder request = request(address).GET();
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        return call(request.build());
    }

    /** Asks for something to be done, without a body. */
    public ApiReply post(String path) throws ApiException, InterruptedException {
        return call(request(at(path)).POST(HttpRequest.BodyPublishers.noBody()).build());
    }

    private HttpRequest.Builder request(URI address) throws ApiException {
        if (!sameOrigin(address)) {
            throw new ApiException.Refused(
                    "The API points to %s, which is another server".formatted(address.getHost()), 400);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(settings.timeout());
        settings.headers().forEach(request::header);
        return request;
    }

    // A page's link is followed only to where the credentials belong.
    private boolean sameOrigin(URI address) {
        URI base = settings.base();
        return base.getScheme().equalsIgnoreCase(address.getScheme())
                && base.getHost().equalsIgnoreCase(address.getHost())
                && base.getPort() == address.getPort();
    }

    private ApiReply call(HttpRequest request) throws ApiException, InterruptedException {
        budget.require(clock.instant());
        HttpResponse<byte[]> response = send(request);
        Instant now = clock.instant();
        RateHeaders rate = RateHeaders.of(response.headers(), now);
        if (Answers.limits(response)) {
            Instant until = budget.refused(rate, now);
            throw new ApiException.Limited(Answers.describe(response) + ": waiting until " + until, until);
        }
        Answers.require(response);
        budget.answered(rate, now);
        return new ApiReply(request.uri(), response.statusCode(), response.headers(), body(response));
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws ApiException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, BodyHandlers.ofByteArray());
        underWay.set(answer);
        if (closed) {
            answer.cancel(true);
        }
        try {
            // The client's own timeout ends with the headers: a body that never ends would be waited for without end.
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ApiException.Unavailable(
                    "%s %s: timed out".formatted(request.method(), Answers.shown(request.uri())), e);
        } catch (CancellationException | ExecutionException e) {
            throw closed
                    ? new ApiException.Unavailable("The call was given up, because its caller stops", e)
                    : unanswered(request, e.getCause() == null ? e : e.getCause());
        } finally {
            underWay.set(null);
        }
    }

    private static ApiException unanswered(HttpRequest request, Throwable cause) {
        String why = cause instanceof IOException && cause.getMessage() != null
                ? cause.getMessage()
                : cause.getClass().getSimpleName();
        return new ApiException.Unavailable(
                "%s %s: %s".formatted(request.method(), Answers.shown(request.uri()), why), cause);
    }

    private static Json body(HttpResponse<byte[]> response) throws ApiException {
        if (response.body().length == 0) {
            return null;
        }
        try {
            return Json.parse(response.body());
        } catch (UnmappableException e) {
            throw new ApiException.Unavailable(
                    "%s answered something else than it should: %s"
                            .formatted(Answers.shown(response.uri()), e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        closed = true;
        CompletableFuture<?> call = underWay.get();
        if (call != null) {
            call.cancel(true);
        }
    }
}
