package dev.streamgauge.processors.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Remembers which rules look at which subjects, for one version of the rules. Not for several threads. */
public final class Applicable {

    private final RuleSet rules;
    private final Map<Subject, List<Rule>> found = new HashMap<>();
    /** Many subjects have the same rules: one list is enough for them. */
    private final Map<List<Rule>, List<Rule>> lists = new HashMap<>();

    public Applicable(RuleSet rules) {
        this.rules = rules;
    }

    /** The rules that these are of. */
    public RuleSet rules() {
        return rules;
    }

    /** The rules that look at a subject, in their order. */
    public List<Rule> of(Subject subject) {
        return found.computeIfAbsent(subject, this::find);
    }

    private List<Rule> find(Subject subject) {
        return lists.computeIfAbsent(rules.of(subject), same -> same);
    }

    /** The rule of this name, if it looks at the subject; null: it does not, or is no more. */
    public Rule of(Subject subject, String name) {
        for (Rule rule : of(subject)) {
            if (rule.name().equals(name)) {
                return rule;
            }
        }
        return null;
    }

    /** Forgets subjects that are no more. */
    public void forget(Predicate<Subject> gone) {
        found.keySet().removeIf(gone);
    }
}
