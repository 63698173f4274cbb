package dev.streamgauge.schemas.avro;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions.TimestampMillisConversion;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Avro's model of Streamgauge's own records. Avro loads the class that a schema names only if a system property or a process-wide
 * setting trusts it; this model trusts the project's generated records, and nothing else, for its own users only. The
 * build puts it into every generated record.
 */
public final class RecordModel extends SpecificData {

    private static final String OURS = "dev.streamgauge.";

    private final ConcurrentMap<String, Class<?>> classes = new ConcurrentHashMap<>();

    /** A model that knows the times of the records. */
    public RecordModel() {
        super(RecordModel.class.getClassLoader());
        addLogicalTypeConversion(new TimestampMillisConversion());
        setFastReaderEnabled(false); // It makes Avro's own arrays, see newArray.
    }

    /**
     * Tells Avro to trust the project's records in the whole process, beside what it trusts already. Only foreign serdes, which bring
     * a model of their own, need it.
     */
    public static void trustInWholeProcess() {
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), RecordModel::isOurs));
    }

    @Override
    @SuppressWarnings("rawtypes") // As the overridden method.
    public Class getClass(Schema schema) {
        if (schema.getType() != Schema.Type.RECORD || !schema.getFullName().startsWith(OURS)) {
            return super.getClass(schema);
        }
        return classes.computeIfAbsent(getClassName(schema), this::load);
    }

    // Avro's own arrays do not know the records' times: two of them with a time inside fail when they are compared.
    @Override
    public Object newArray(Object old, int size, Schema schema) {
        return new ArrayList<>(size);
    }

    @Override
    @SuppressWarnings("unchecked") // A copy has the type of what it copies.
    public <T> T deepCopy(Schema schema, T value) {
        if (schema.getType() != Schema.Type.ARRAY || !(value instanceof Collection<?> elements)) {
            return super.deepCopy(schema, value);
        }
        List<Object> copy = new ArrayList<>(elements.size());
        elements.forEach(element -> copy.add(deepCopy(schema.getElementType(), element)));
        return (T) copy;
    }

    private Class<?> load(String name) {
        try {
            Class<?> found = Class.forName(name, false, getClassLoader());
            if (isOurs(found)) {
                return found;
            }
            throw new SecurityException(name + " is not a record of Streamgauge");
        } catch (ClassNotFoundException e) {
            throw new SecurityException("There is no record " + name, e);
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(OURS) && SpecificRecord.class.isAssignableFrom(type);
    }
}
