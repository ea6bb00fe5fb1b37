package newsmill.ingest;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** One cache and one write buffer for all the stores of the process, however many there are. */
public final class SharedRocksMemory implements RocksDBConfigSetter {
    private static final long CACHE_BYTES = 64L << 20;
    private static final long BUFFER_BYTES = 32L << 20;

    private static final Cache CACHE;
    private static final WriteBufferManager BUFFERS;

    static {
        RocksDB.loadLibrary();
        CACHE = new LRUCache(CACHE_BYTES);
        BUFFERS = new WriteBufferManager(BUFFER_BYTES, CACHE);
    }

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        table.setFilterPolicy(new BloomFilter());
        options.setWriteBufferManager(BUFFERS);
        options.setWriteBufferSize(4L << 20);
        options.setMaxWriteBufferNumber(2);
        options.setTableFormatConfig(table);
    }

    @Override
    public void close(String store, Options options) {
        // The cache and the buffer are the process's.
    }
}
