package dev.streamgauge.connectors.alerting.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The client for all receivers of a process. It connects to addresses that may be called, follows nothing, and remembers nothing. */
public final class Outgoing implements Caller, AutoCloseable {

    private static final int THREADS = 16;
    private static final long CONNECT_MS = 5_000;
    private static final long IDLE_MS = 60_000;

    private final HttpClient client;

    /**
     * Who is trusted.
     *
     * @param file a trust store; null: Java's
     * @param password null: none
     */
    public record Trust(Path file, String type, String password) {

        /** Whom Java trusts. */
        public static final Trust USUAL = new Trust(null, "PKCS12", null);
    }

    /** @throws IllegalStateException if the trust store cannot be used */
    public Outgoing(AddressRules rules, Trust trust) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("alerting-http");
        threads.setDaemon(true);
        ClientConnector connector = new ClientConnector();
        connector.setSslContextFactory(ssl(trust));
        this.client = new HttpClient(new HttpClientTransportOverHTTP(connector));
        client.setExecutor(threads);
        client.setSocketAddressResolver(new GuardedResolver(rules, threads));
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Streamgauge"));
        client.setConnectTimeout(CONNECT_MS);
        client.setIdleTimeout(IDLE_MS);
        start();
        client.getContentDecoderFactories().clear(); // What is not unpacked cannot grow.
        client.getProtocolHandlers()
                .remove(WWWAuthenticationProtocolHandler.NAME); // A 401 is an answer, asked for or not.
        client.getProtocolHandlers().remove(ProxyAuthenticationProtocolHandler.NAME);
    }

    private static SslContextFactory.Client ssl(Trust trust) {
        SslContextFactory.Client ssl = new SslContextFactory.Client();
        if (trust.file() != null) {
            ssl.setTrustStorePath(trust.file().toString());
            ssl.setTrustStoreType(trust.type());
            ssl.setTrustStorePassword(trust.password());
        }
        return ssl;
    }

    private void start() {
        try {
            client.start();
        } catch (Exception e) {
            close();
            throw new IllegalStateException("The client for receivers cannot start: " + e.getMessage(), e);
        }
    }

    @Override
    public Reply call(Call call) throws IOException, InterruptedException {
        Request request = client.POST(call.address())
                .timeout(call.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .headers(headers -> call.headers().forEach(headers::put))
                .body(new BytesRequestContent(
                        call.headers().getOrDefault("content-type", "application/json"),
                        call.body().getBytes(UTF_8)));
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        request.send(new Reading(answer));
        try {
            return answer.get(call.timeout().toMillis() + CONNECT_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("%s: %s".formatted(call.place(), Trouble.of(e.getCause())), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException(
                    "%s: no answer within %d ms"
                            .formatted(call.place(), call.timeout().toMillis()),
                    e);
        } finally {
            var unused = request.abort(new IOException("over")); // No effect on what has been answered.
        }
    }

    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The client for receivers did not stop", e);
        }
    }
}
