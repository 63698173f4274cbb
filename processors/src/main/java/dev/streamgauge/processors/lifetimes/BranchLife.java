package dev.streamgauge.processors.lifetimes;

import dev.streamgauge.processors.forgetting.Expiring;
import dev.streamgauge.processors.landings.Branch;
import dev.streamgauge.processors.table.Key;

/** A branch is long-lived no more when nothing was merged into it for long, and no request from it is remembered. Default branches stay. */
record BranchLife(Models models) implements Expiring.Life<Branch> {

    @Override
    public boolean over(Key key, Branch branch, long horizon) {
        return !branch.main()
                && branch.toldAt() < horizon
                && !models.landings().requests().remembersFrom(key.text(), branch.name());
    }
}
