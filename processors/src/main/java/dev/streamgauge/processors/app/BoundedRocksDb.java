package dev.streamgauge.processors.app;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.IndexType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** One memory budget for all stores of the process: without it, each store brings its own caches and buffers. */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    static {
        RocksDB.loadLibrary();
    }

    private static final long TOTAL_BYTES = 192L << 20;
    private static final long BUFFER_BYTES = 64L << 20;
    private static final long STORE_BUFFER_BYTES = 4L << 20;
    private static final int METADATA_BLOCK_BYTES = 4 << 10;
    private static final double MEMTABLE_FILTER = 0.05;

    // Shared for the life of the process, so close() must leave them alone.
    private static final Cache CACHE = new LRUCache(TOTAL_BYTES);
    private static final WriteBufferManager BUFFERS = new WriteBufferManager(BUFFER_BYTES, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        // In one piece, the index and the filter of a large file are megabytes. They push each other out of the cache,
        // and each look-up reads them again.
        table.setIndexType(IndexType.kTwoLevelIndexSearch);
        table.setPartitionFilters(true);
        table.setMetadataBlockSize(METADATA_BLOCK_BYTES);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(BUFFERS);
        options.setWriteBufferSize(STORE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(3);
        // Most events are of something new: it is looked up, and found nowhere.
        options.setMemtableWholeKeyFiltering(true);
        options.setMemtablePrefixBloomSizeRatio(MEMTABLE_FILTER);
    }

    @Override
    public void close(String storeName, Options options) {}
}
