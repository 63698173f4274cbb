package dev.streamgauge.connectors.connect.polling;

import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiReply;
import dev.streamgauge.connectors.providers.json.Json;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads windows page by page, the earliest first. One that holds more than the API would give is cut in two. If things move from page to page while it is
 * read, fewer are seen than there are: then it is read again.
 */
final class WindowReader {

    private static final int REPEATS = 3;

    private final Windowed source;
    private final Deque<Window> windows = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private URI nextPage;
    private Integer total;
    private int repeats;
    private boolean begun;

    WindowReader(Windowed source) {
        this.source = source;
    }

    void plan(Window window) {
        windows.clear();
        windows.add(window);
        nextPage = null;
        enter();
    }

    boolean isDone() {
        return windows.isEmpty();
    }

    /** The next page's items; none where a window was cut. */
    List<Json> read() throws ApiException, InterruptedException {
        Window window = windows.element();
        boolean first = nextPage == null;
        ApiReply page = source.page(first ? source.firstPage(window.from(), window.to()) : nextPage);
        Integer known = source.total(page);
        total = known == null ? total : known;
        if (first && total != null && total > source.ceiling() && window.canBeCut()) {
            cut(window);
            return List.of();
        }
        begun = true;
        List<Json> items = source.items(page);
        items.forEach(item -> seen.add(source.key(item)));
        nextPage = page.next();
        return items;
    }

    private void cut(Window window) {
        windows.remove();
        List<Window> halves = window.halves();
        windows.addFirst(halves.get(1));
        windows.addFirst(halves.get(0));
        enter();
    }

    /** The window that was read to its end just now; null: there is more to read of it. */
    Window finished() {
        if (!begun || nextPage != null) {
            return null;
        }
        int expected = total == null ? 0 : Math.min(total, source.ceiling());
        if (seen.size() < expected && repeats++ < REPEATS) {
            begun = false;
            return null;
        }
        enter();
        return windows.remove();
    }

    private void enter() {
        seen.clear();
        total = null;
        repeats = 0;
        begun = false;
    }
}
