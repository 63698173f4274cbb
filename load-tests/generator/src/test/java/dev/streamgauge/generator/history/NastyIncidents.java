package dev.streamgauge.generator.history;

import static dev.streamgauge.generator.history.Told.any;
import static dev.streamgauge.generator.history.Told.disagree;
import static dev.streamgauge.generator.history.Told.pair;

import dev.streamgauge.events.v1.DeployChanged;
import dev.streamgauge.events.v1.IncidentChanged;
import dev.streamgauge.events.v1.RepositoryOwned;
import dev.streamgauge.events.v1.ReviewChanged;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The cases about incidents, and about who owns a repository. */
final class NastyIncidents {
    private NastyIncidents() {}

    static Map<String, Predicate<Told>> links() {
        return Map.ofEntries(
                Map.entry(
                        "an incident of a deploy",
                        told -> with(told, (i, d) -> d.getDeployId().equals(i.getDeployId()))),
                Map.entry(
                        "an incident of a deploy that nobody has seen",
                        told -> any(
                                told.all(IncidentChanged.class),
                                i -> i.getDeployId() != null
                                        && told.all(DeployChanged.class).stream()
                                                .noneMatch(d -> d.getDeployId().equals(i.getDeployId())))),
                Map.entry(
                        "an incident of a deploy in another lane than it names",
                        told -> with(
                                told,
                                (i, d) -> d.getDeployId().equals(i.getDeployId())
                                        && i.getService() != null
                                        && !i.getService().equals(told.service(d)))),
                Map.entry(
                        "an incident of a deployed commit",
                        told -> with(told, (i, d) -> d.getSha().equals(i.getSha()))),
                Map.entry("an incident of a commit that was not deployed itself", NastyIncidents::owned),
                Map.entry(
                        "an incident of a commit that nobody has seen",
                        told -> any(
                                told.all(IncidentChanged.class),
                                i -> i.getSha() != null && !told.listed().contains(i.getSha()))),
                Map.entry(
                        "an incident of a service",
                        told -> only(told, i -> i.getService() != null && i.getEnvironment() == null)),
                Map.entry(
                        "an incident of an environment",
                        told -> only(told, i -> i.getService() == null && i.getEnvironment() != null)),
                Map.entry(
                        "an incident of a lane",
                        told -> only(told, i -> i.getService() != null && i.getEnvironment() != null)),
                Map.entry(
                        "an incident of nothing",
                        told -> only(told, i -> i.getService() == null && i.getEnvironment() == null)),
                Map.entry(
                        "an incident of a staging commit",
                        told -> with(
                                told,
                                (i, d) -> d.getSha().equals(i.getSha())
                                        && i.getEnvironment() == null
                                        && d.getEnvironment().equals("staging"))));
    }

    static Map<String, Predicate<Told>> times() {
        return Map.ofEntries(
                Map.entry("an incident in the instant of a finish", told -> opened(told, 0)),
                Map.entry("an incident just before a finish", told -> opened(told, 1)),
                Map.entry("an incident just after a finish", told -> opened(told, -1)),
                Map.entry(
                        "an incident that was resolved and opened again",
                        told -> incidents(
                                told,
                                (a, b) -> resolved(a)
                                        && !resolved(b)
                                        && b.getOccurredAt().isAfter(a.getOccurredAt()))),
                Map.entry(
                        "an incident that was opened and resolved in one instant",
                        told -> incidents(
                                told,
                                (a, b) -> resolved(a)
                                        && !resolved(b)
                                        && b.getOccurredAt().equals(a.getOccurredAt()))),
                Map.entry(
                        "an incident that was resolved twice",
                        told -> disagree(
                                told.all(IncidentChanged.class).stream()
                                        .filter(NastyIncidents::resolved)
                                        .toList(),
                                IncidentChanged::getIncidentId,
                                IncidentChanged::getResolvedAt)),
                Map.entry(
                        "an incident that was resolved, nobody knows when",
                        told -> any(told.all(IncidentChanged.class), i -> resolved(i) && i.getResolvedAt() == null)),
                Map.entry(
                        "an incident that was opened, nobody knows when",
                        told -> any(told.all(IncidentChanged.class), i -> i.getOpenedAt() == null)),
                Map.entry(
                        "an incident with two links",
                        told -> disagree(
                                told.all(IncidentChanged.class),
                                IncidentChanged::getIncidentId,
                                IncidentChanged::getSha)),
                Map.entry(
                        "an incident that was resolved before its deploy ended",
                        told -> with(
                                told,
                                (i, d) -> resolved(i)
                                        && i.getResolvedAt() != null
                                        && d.getSha().equals(i.getSha())
                                        && i.getResolvedAt().isBefore(Told.finish(d)))));
    }

    static Map<String, Predicate<Told>> owners() {
        return Map.ofEntries(
                Map.entry(
                        "a repository that moves to another team",
                        told -> disagree(
                                told.all(RepositoryOwned.class),
                                RepositoryOwned::getRepository,
                                RepositoryOwned::getTeam)),
                Map.entry(
                        "two owners of one instant",
                        told -> owners(told, (a, b) -> !Objects.equals(a.getTeam(), b.getTeam()))),
                Map.entry(
                        "two organisations of one instant and team",
                        told -> owners(
                                told,
                                (a, b) -> Objects.equals(a.getTeam(), b.getTeam())
                                        && !Objects.equals(a.getOrganisation(), b.getOrganisation()))),
                Map.entry(
                        "a team and none of one instant",
                        told -> owners(told, (a, b) -> a.getTeam() == null && b.getTeam() != null)),
                Map.entry("no team", told -> any(told.all(RepositoryOwned.class), o -> o.getTeam() == null)),
                Map.entry(
                        "no organisation",
                        told -> any(told.all(RepositoryOwned.class), o -> o.getOrganisation() == null)),
                Map.entry(
                        "nobody knows who owns it",
                        told -> told.all(RepositoryOwned.class).isEmpty()),
                Map.entry("a team with two repositories", NastyIncidents::together));
    }

    private interface Link {
        boolean of(IncidentChanged incident, DeployChanged deploy);
    }

    private static boolean with(Told told, Link link) {
        return any(
                told.all(IncidentChanged.class),
                incident -> any(told.successes(), deploy -> link.of(incident, deploy)));
    }

    /** Of commits that a request owns whose merge commit was deployed. */
    private static boolean owned(Told told) {
        return any(
                told.all(IncidentChanged.class),
                incident -> incident.getSha() != null
                        && told.successes().stream().noneMatch(d -> d.getSha().equals(incident.getSha()))
                        && any(
                                told.merged(),
                                r -> names(r, incident.getSha())
                                        && any(told.successes(), d -> d.getSha().equals(r.getMergeSha()))));
    }

    private static boolean names(ReviewChanged request, String sha) {
        return sha.equals(request.getHeadSha()) || request.getCommitShas().contains(sha);
    }

    private static boolean only(Told told, Predicate<IncidentChanged> such) {
        return any(told.all(IncidentChanged.class), i -> i.getDeployId() == null && i.getSha() == null && such.test(i));
    }

    private static boolean opened(Told told, long before) {
        return with(
                told,
                (i, d) -> i.getOpenedAt() != null
                        && i.getOpenedAt().plusMillis(before).equals(Told.finish(d)));
    }

    private static boolean resolved(IncidentChanged incident) {
        return incident.getState().equals("resolved");
    }

    private static boolean incidents(Told told, BiPredicate<IncidentChanged, IncidentChanged> related) {
        return pair(told.all(IncidentChanged.class), IncidentChanged::getIncidentId, related);
    }

    private static boolean owners(Told told, BiPredicate<RepositoryOwned, RepositoryOwned> related) {
        return pair(told.all(RepositoryOwned.class), RepositoryOwned::getOccurredAt, related);
    }

    private static boolean together(Told told) {
        return told.events().stream()
                .filter(RepositoryOwned.class::isInstance)
                .map(RepositoryOwned.class::cast)
                .filter(other -> !other.getRepository().equals(told.repository()))
                .anyMatch(other -> any(
                        told.all(RepositoryOwned.class),
                        mine -> mine.getTeam() != null && mine.getTeam().equals(other.getTeam())));
    }
}
