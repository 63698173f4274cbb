package dev.streamgauge.processors.explain;

import dev.streamgauge.facts.v1.Change;
import dev.streamgauge.processors.table.Text;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What to say when nobody has heard of something: what is near it. */
final class Unknown {

    private static final int SHOWN = 5;

    private final World world;

    Unknown(World world) {
        this.world = world;
    }

    UnknownSubjectException request(String id, String number) {
        List<String> near = world.facts(Change.class).stream()
                .map(fact -> fact.value().getRequest())
                .filter(known -> known != null)
                .sorted(nearest(number))
                .limit(SHOWN)
                .map(known -> "#" + known)
                .toList();
        return new UnknownSubjectException("There is no change " + id + ": "
                + (near.isEmpty()
                        ? "no event of the repository names a request"
                        : "near it are " + String.join(", ", near)));
    }

    UnknownSubjectException commit(String prefix, List<String> found) {
        return new UnknownSubjectException(
                found.isEmpty()
                        ? "No event of %s lists a commit that begins with %s (%,d commits are known)"
                                .formatted(
                                        world.repository(),
                                        prefix,
                                        world.commits().size())
                        : "%s stands for %d commits (%s): give more digits"
                                .formatted(
                                        prefix,
                                        found.size(),
                                        found.stream().limit(SHOWN).collect(Collectors.joining(", "))));
    }

    UnknownSubjectException owner(String sha) {
        return new UnknownSubjectException(
                "The commit %s is known, but no change owns it: it is not on main, nothing on main brought it, and no request names it"
                        .formatted(sha));
    }

    UnknownSubjectException named(String kind, String wanted, List<String> known) {
        String near = known.stream().sorted(nearest(wanted)).limit(SHOWN).collect(Collectors.joining(", "));
        return new UnknownSubjectException("There is no %s %s in %s: %s"
                .formatted(
                        kind,
                        wanted,
                        world.repository(),
                        known.isEmpty() ? "none is known" : "near it " + (known.size() == 1 ? "is " : "are ") + near));
    }

    private static Comparator<String> nearest(String wanted) {
        if (!isNumber(wanted)) {
            return Comparator.comparingInt((String known) -> Distance.between(wanted, known))
                    .thenComparing(Text.ORDER);
        }
        BigInteger number = new BigInteger(wanted);
        return Comparator.comparing((String known) -> !isNumber(known))
                .thenComparing(known ->
                        isNumber(known) ? new BigInteger(known).subtract(number).abs() : BigInteger.ZERO)
                .thenComparing(Text.ORDER);
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,100}");
    }
}
