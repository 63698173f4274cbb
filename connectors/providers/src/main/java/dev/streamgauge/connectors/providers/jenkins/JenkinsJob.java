package dev.streamgauge.connectors.providers.jenkins;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A job of Jenkins, by the folders it lies in. Webhook and API name runs and workflows by these functions, so that they mean the same.
 *
 * @param parts the folders' names and the job's own: {@code [shop, main]}
 */
public record JenkinsJob(List<String> parts) {

    private static final Pattern FOLDER = Pattern.compile("(?:^|/)job/([^/]+)");
    private static final Pattern REQUEST = Pattern.compile("(?:PR|MR|CHANGE)-([0-9]+)(?:-(?:head|merge))?");

    /** The job of an address such as {@code job/shop/job/feature%252Fx/}, with or without a server before it; without such, the job of this name. */
    public static JenkinsJob of(String url, String name) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = FOLDER.matcher(url == null ? "" : url);
        while (matcher.find()) {
            parts.add(decoded(
                    decoded(matcher.group(1)))); // A branch's slash is escaped in the name, and again in the address.
        }
        return new JenkinsJob(parts.isEmpty() ? List.of(decoded(name)) : List.copyOf(parts));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Its whole name: {@code shop/main}. */
    public String fullName() {
        return String.join("/", parts);
    }

    /**
     * The workflow that it runs: of a multibranch pipeline all branches' jobs are one workflow, called as the pipeline; any other job is its own.
     *
     * @param branch what was built; null: unknown
     */
    public String workflow(String branch) {
        boolean perBranch = parts.size() > 1 && (last().equals(branch) || request() != null);
        return perBranch ? String.join("/", parts.subList(0, parts.size() - 1)) : fullName();
    }

    /** The number of the change request that a multibranch pipeline made this job for; null: none. */
    public String request() {
        Matcher matcher = REQUEST.matcher(last());
        return parts.size() > 1 && matcher.matches() ? matcher.group(1) : null;
    }

    /** The identifier of one of its builds: {@code shop/main#17}. */
    public String runId(String number) {
        return fullName() + "#" + number;
    }

    private String last() {
        return parts.get(parts.size() - 1);
    }
}
