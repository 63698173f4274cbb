package dev.streamgauge.connectors.providers.cdevents;

import dev.streamgauge.connectors.providers.RepositoryName;
import dev.streamgauge.connectors.providers.Sha;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a package URL says of the source: {@code pkg:github/acme/shop@<sha>}, or the qualifier {@code vcs_url=git+https://…@<sha>} of any other. A digest of
 * an image is no commit.
 *
 * @param repository canonical. Null: not said
 * @param sha the full hash. Null: not said
 */
record Purl(String repository, String sha) {

    private static final Purl NOTHING = new Purl(null, null);
    private static final Map<String, String> HOSTS = Map.of("github", "github.com", "bitbucket", "bitbucket.org");
    private static final Pattern FORGE =
            Pattern.compile("pkg:(github|bitbucket)/([^/@?#]+/[^/@?#]+)(?:@([^?#]*))?.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern VCS = Pattern.compile(".*[?&]vcs_url=([^&#]+).*");
    private static final Pattern AT = Pattern.compile("(?:git\\+)?(.+?)(?:@([0-9a-fA-F]{40,64}))?");

    static Purl of(String purl) {
        Matcher forge = FORGE.matcher(purl == null ? "" : purl);
        if (forge.matches()) {
            String host = HOSTS.get(forge.group(1).toLowerCase(Locale.ROOT));
            return new Purl(RepositoryName.of(host, forge.group(2)), Sha.full(forge.group(3)));
        }
        Matcher vcs = VCS.matcher(purl == null ? "" : purl);
        Matcher at = AT.matcher(vcs.matches() ? decoded(vcs.group(1)) : "");
        return at.matches() ? new Purl(RepositoryName.ofUrl(at.group(1)), Sha.full(at.group(2))) : NOTHING;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // A stray percent sign: it says nothing.
        }
    }
}
