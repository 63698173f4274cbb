package dev.streamgauge.connectors.connect.polling;

import dev.streamgauge.connectors.connect.polling.http.Api;
import dev.streamgauge.connectors.connect.polling.http.ApiException;
import dev.streamgauge.connectors.connect.polling.http.ApiReply;
import dev.streamgauge.connectors.providers.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A short list that is read whole, such as the reviews of one request. */
public final class Pages {

    private Pages() {}

    /** All elements of the lists at a place in all pages; without a place, each page is a list. */
    public static List<Json> all(Api api, String path, String... place) throws ApiException, InterruptedException {
        List<Json> all = new ArrayList<>();
        URI next = api.at(path);
        while (next != null) {
            ApiReply page = api.get(next, null);
            if (page.body() != null) {
                all.addAll(page.body().list(place));
            }
            next = page.next();
        }
        return all;
    }

    /** The same of another path, if there is nothing at the first. */
    public static List<Json> allOfEither(Api api, String path, String other) throws ApiException, InterruptedException {
        try {
            return all(api, path);
        } catch (ApiException.Refused e) {
            if (e.status() != 404) {
                throw e;
            }
            return all(api, other);
        }
    }
}
