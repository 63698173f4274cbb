package dev.streamgauge.processors.landings;

/**
 * A long-lived branch: something was merged into it, or it was a default branch.
 *
 * @param main whether it was a default branch
 * @param toldAt the end of the UTC day on which that was last told, epoch milliseconds
 */
public record Branch(String name, boolean main, long toldAt) {

    Branch merge(Branch other) {
        return new Branch(name, main || other.main, Math.max(toldAt, other.toldAt));
    }
}
