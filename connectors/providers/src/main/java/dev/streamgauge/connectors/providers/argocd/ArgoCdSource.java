package dev.streamgauge.connectors.providers.argocd;

import dev.streamgauge.connectors.providers.convention.Convention;
import dev.streamgauge.connectors.providers.json.Json;
import dev.streamgauge.connectors.providers.rules.DoorRules;

/**
 * Which commit was deployed. Argo CD's revision is that of the manifests; lead times are those of the application. So, in this order:
 *
 * <ol>
 *   <li>the annotation {@code streamgauge.dev/sha}, with {@code streamgauge.dev/repository} or a place;
 *   <li>if a repository is so named, and it is not that of the manifests: the hash in the tag of the image that runs, once the sync is over (before that,
 *       the images are those that are being replaced);
 *   <li>otherwise the manifests' commit, in the manifests' repository.
 * </ol>
 *
 * @param repository null: not known
 * @param sha null: not known, or not yet
 */
record ArgoCdSource(String repository, String sha, String service, String environment) {

    private static final String NOTES = "streamgauge.dev/";

    static ArgoCdSource of(Json app, ArgoCdSync sync, DoorRules rules) {
        String name = app.textOrNull("metadata", "name");
        Convention notes = new Convention(
                note -> note(app, note), rules.place("argocd", name).orElse(null));
        ArgoCdManifests manifests = ArgoCdManifests.of(app);
        String named = notes.repository();
        String repository = named == null ? manifests.repository() : named;
        boolean ofManifests = repository != null && repository.equals(manifests.repository());
        String sha = notes.sha();
        if (sha == null) {
            sha = ofManifests ? manifests.sha() : sync.isOver() ? ArgoCdImages.sha(app, notes.text("image")) : null;
        }
        return new ArgoCdSource(repository, sha, notes.service(), notes.environment());
    }

    private static String note(Json app, String name) {
        String annotation = app.textOrNull("metadata", "annotations", NOTES + name);
        return annotation == null ? app.textOrNull("metadata", "labels", NOTES + name) : annotation;
    }
}
