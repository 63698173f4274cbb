package dev.streamgauge.schemas.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the registry: tries each address in turn, and again with pauses while the trouble may pass. */
final class RegistryHttp {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryHttp.class);
    private static final String JSON = "application/vnd.schemaregistry.v1+json";
    private static final Set<Integer> TRANSIENT = Set.of(408, 425, 429);

    private final RegistrySettings settings;
    private final HttpClient client;
    private volatile int preferred;

    RegistryHttp(RegistrySettings settings) {
        this.settings = settings;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER); // It would carry the credentials elsewhere.
        if (settings.tls() != null) {
            builder.sslContext(settings.tls());
        }
        client = builder.build();
    }

    /**
     * Calls until there is an answer that repeating will not change.
     *
     * @param body null for a call without a body
     * @throws RegistryUnavailableException if there is none within the configured time
     */
    RegistryReply call(String method, String path, String body) {
        Backoff backoff = new Backoff(settings.retry());
        while (true) {
            try {
                return round(method, path, body);
            } catch (IOException e) {
                if (!backoff.pause()) {
                    throw new RegistryUnavailableException(unavailable(e), e);
                }
                LOG.warn("The schema registry does not answer, trying again: {}", e.getMessage());
            }
        }
    }

    private RegistryReply round(String method, String path, String body) throws IOException {
        IOException last = null;
        int first = preferred;
        for (int i = 0; i < settings.urls().size(); i++) {
            int index = (first + i) % settings.urls().size();
            try {
                RegistryReply reply = attempt(settings.urls().get(index), method, path, body);
                preferred = index;
                return reply;
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private RegistryReply attempt(URI base, String method, String path, String body) throws IOException {
        URI uri = URI.create(base + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Accept", JSON + ", application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", JSON);
        }
        if (settings.credentials() != null) {
            request.header("Authorization", settings.credentials().header());
        }
        HttpResponse<byte[]> response = await(uri, client.sendAsync(request.build(), BodyHandlers.ofByteArray()));
        if (response.statusCode() >= 500 || TRANSIENT.contains(response.statusCode())) {
            throw new IOException(uri + " answered " + response.statusCode());
        }
        return RegistryReply.of(uri, response);
    }

    // The request's own timeout would end with the headers; a body may hang as well.
    private <T> T await(URI uri, CompletableFuture<T> reply) throws IOException {
        try {
            return reply.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException(
                    uri + " did not answer within " + settings.timeout().toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException(uri + " cannot be reached: " + NetworkTrouble.describe(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } finally {
            reply.cancel(true);
        }
    }

    private String unavailable(IOException e) {
        return "The schema registry did not answer within " + settings.retry().toMillis() + " ms (last: "
                + e.getMessage() + "). Is it running? See " + WireConfig.URL + " and " + WireConfig.RETRY_MS;
    }
}
