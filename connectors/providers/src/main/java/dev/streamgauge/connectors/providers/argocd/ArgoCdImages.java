package dev.streamgauge.connectors.providers.argocd;

import dev.streamgauge.connectors.providers.Sha;
import dev.streamgauge.connectors.providers.json.Json;
import java.util.List;

/** The commit in the tags of an application's images: {@code ghcr.io/acme/shop:3f2a…}, {@code …:main-3f2a…}. */
final class ArgoCdImages {

    private ArgoCdImages() {}

    /**
     * The hash that the images' tags hold; null if none does, or several differ.
     *
     * @param image only images of this name, if it is not null
     */
    static String sha(Json app, String image) {
        List<String> hashes = app.list("status", "summary", "images").stream()
                .map(Json::textOrNull)
                .filter(name -> name != null && (image == null || bare(name).equals(bare(image))))
                .map(name -> Sha.within(tag(name)))
                .filter(sha -> sha != null)
                .distinct()
                .toList();
        return hashes.size() == 1 ? hashes.get(0) : null;
    }

    /** A digest is not part of the tag, and no commit. */
    private static String tag(String image) {
        String undigested = image.replaceFirst("@.*$", "");
        int colon = undigested.lastIndexOf(':');
        return colon > undigested.lastIndexOf('/') ? undigested.substring(colon + 1) : null;
    }

    private static String bare(String image) {
        return image.replaceFirst("@.*$", "").replaceFirst(":[^/:]*$", "");
    }
}
