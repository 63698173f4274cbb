package dev.streamgauge.connectors.alerting.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Looks names up, and hands out only what may be called. The client connects to exactly these addresses, so that a name that changes its meaning between a check and a
 * connection gains nothing.
 */
final class GuardedResolver implements SocketAddressResolver {

    private final AddressRules rules;
    private final Executor executor;

    GuardedResolver(AddressRules rules, Executor executor) {
        this.rules = rules;
        this.executor = executor;
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        executor.execute(() -> {
            try {
                promise.succeeded(allowed(host, port));
            } catch (IOException e) {
                promise.failed(e);
            }
        });
    }

    private List<InetSocketAddress> allowed(String host, int port) throws IOException {
        List<InetSocketAddress> allowed = Arrays.stream(lookUp(host))
                .filter(address -> rules.allow(host, address))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
        if (allowed.isEmpty()) {
            throw new IOException(
                    "%s leads into a private network: put it into alerting.allow.hosts if it should be called"
                            .formatted(host));
        }
        return allowed;
    }

    private static InetAddress[] lookUp(String host) throws IOException {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new IOException("the name %s is not known".formatted(host), e);
        }
    }
}
