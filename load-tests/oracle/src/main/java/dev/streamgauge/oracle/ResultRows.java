package dev.streamgauge.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows of a result whose only column is their JSON. */
final class ResultRows implements Iterator<ObjectNode> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ResultSet result;
    private boolean more;

    ResultRows(ResultSet result) throws SQLException {
        this.result = result;
        this.more = result.next();
    }

    @Override
    public boolean hasNext() {
        return more;
    }

    @Override
    public ObjectNode next() {
        if (!more) {
            throw new NoSuchElementException();
        }
        try {
            ObjectNode row = row(result.getString(1));
            more = result.next();
            return row;
        } catch (SQLException e) {
            throw new OracleException("DuckDB hands out no more rows: " + e.getMessage(), e);
        }
    }

    private static ObjectNode row(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new OracleException("DuckDB wrote what is not JSON: " + json, e);
        }
    }
}
