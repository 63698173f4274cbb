package dev.streamgauge.standalone.report;

import dev.streamgauge.aggregates.v1.Bucket;
import dev.streamgauge.aggregates.v1.LeadTime;
import dev.streamgauge.processors.aggregates.Histogram;
import dev.streamgauge.processors.aggregates.Summary;

/** Merges published windows: histograms and sums add up. */
final class LeadTimes {

    private LeadTimes() {}

    static Summary plus(Summary sum, LeadTime window) {
        Histogram histogram = sum.histogram();
        for (Bucket bucket : window.getHistogram()) {
            histogram = histogram.plus(bucket.getIndex(), bucket.getCount());
        }
        return new Summary(sum.count() + window.getCount(), sum.sumMs() + window.getSumMs(), histogram);
    }
}
