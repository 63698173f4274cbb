package dev.streamgauge.oracle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A line of a story: an event, or a commit in it. Clock times are those of Monday, 2 March 2026, unless a date is given. */
record Line(ObjectNode json) {

    static final String SHOP = "github.com/acme/shop";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A push to main. */
    static Line landing(String time, String after, Line... commits) {
        return push(time, "main", after, commits);
    }

    static Line push(String time, String branch, String after, Line... commits) {
        Line push = event("CommitPushed", time)
                .with("branch", branch)
                .with("default_branch", "main")
                .with("after", after);
        for (Line commit : commits) {
            push.json.withArray("commits").add(commit.json);
        }
        return push;
    }

    static Line commit(String sha) {
        return new Line(JSON.createObjectNode()).with("sha", sha);
    }

    static Line request(String time, String number, String state) {
        return event("ReviewChanged", time).with("request", number).with("state", state);
    }

    /** A review, for the field of a request. */
    static Line review(String time, String reviewer, String state) {
        return new Line(JSON.createObjectNode())
                .with("submitted_at", at(time))
                .with("reviewer", reviewer)
                .with("state", state);
    }

    static Line incident(String time, String id, String state) {
        return event("IncidentChanged", time).with("incident_id", id).with("state", state);
    }

    static Line owner(String time, String team, String organisation) {
        return event("RepositoryOwned", time).with("team", team).with("organisation", organisation);
    }

    /** A finished build of main by a push. */
    static Line build(String time, String run, String sha, String outcome) {
        return event("BuildChanged", time)
                .with("run_id", run)
                .with("workflow", "ci")
                .with("trigger", "push")
                .with("branch", "main")
                .with("default_branch", "main")
                .with("sha", sha)
                .with("state", "finished")
                .with("outcome", outcome)
                .with("finished_at", at(time));
    }

    /** A successful deploy to production. */
    static Line deploy(String time, String id, String sha) {
        return event("DeployChanged", time)
                .with("deploy_id", id)
                .with("environment", "prod")
                .with("sha", sha)
                .with("state", "finished")
                .with("outcome", "success")
                .with("finished_at", at(time));
    }

    static Line event(String type, String time) {
        Line line = new Line(JSON.createObjectNode().put("type", type).put("repository", SHOP));
        return line.with("occurred_at", at(time));
    }

    static String at(String time) {
        if (time.length() > 12) {
            return time;
        }
        return "2026-03-02T" + time + (time.length() == 5 ? ":00Z" : "Z");
    }

    Line with(String field, Object value) {
        json.set(field, JSON.valueToTree(value));
        return this;
    }

    Line reviewed(Line... reviews) {
        for (Line review : reviews) {
            json.withArray("reviews").add(review.json);
        }
        return this;
    }

    Line without(String field) {
        json.remove(field);
        return this;
    }

    Line authored(String time) {
        return with("authored_at", at(time));
    }

    Line parents(String... shas) {
        return with("parents", shas);
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
