package dev.streamgauge.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamgauge.generator.draw.Dice;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Where the models end after events in the order of their arrival, with a commit after every one to sixteen of them as the dice say. */
public final class Streamed implements Models {

    @Override
    public Map<String, List<ObjectNode>> after(List<SpecificRecord> arriving, Dice dice) {
        PureEngine engine = new PureEngine();
        int rest = 1 + dice.below(16);
        for (SpecificRecord event : arriving) {
            engine.apply(event);
            if (--rest == 0) {
                engine.commit();
                rest = 1 + dice.below(16);
            }
        }
        return engine.sections();
    }
}
