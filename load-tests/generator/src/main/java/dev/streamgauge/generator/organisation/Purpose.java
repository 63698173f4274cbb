package dev.streamgauge.generator.organisation;

/**
 * What a change request is for.
 *
 * @param target the branch that it is to be merged into
 * @param branch how the name of its own branch begins; of a promotion, its whole name
 * @param hotfix whether it repairs what runs in production
 * @param reverted the commit that it reverts; null: none
 * @param revertsRequest the number of the request that it reverts; null: none, or unknown
 */
record Purpose(String target, String branch, boolean hotfix, String reverted, String revertsRequest) {
    static Purpose work(String target) {
        return new Purpose(target, "", false, null, null);
    }

    static Purpose hotfix(String target) {
        return new Purpose(target, "hotfix/", true, null, null);
    }

    static Purpose revert(String target, String reverted, String request) {
        return new Purpose(target, "revert-", false, reverted, request);
    }

    static Purpose promotion(String target) {
        return new Purpose(target, Develop.BRANCH, false, null, null);
    }

    boolean promotes() {
        return branch.equals(Develop.BRANCH);
    }

    /** Whether somebody may take his time for it. */
    boolean ordinary() {
        return branch.isEmpty();
    }
}
