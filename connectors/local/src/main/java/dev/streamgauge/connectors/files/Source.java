package dev.streamgauge.connectors.files;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/** Something to read lines from: a file, plain or compressed, or the standard input. */
sealed interface Source {

    /** As the user would name it. */
    String name();

    /** How many bytes there are to read; 0 if that is not known. */
    long bytes();

    /** The lines' bytes. {@code progress} is told how many bytes each reading took, before they are uncompressed. */
    InputStream open(LongConsumer progress) throws IOException;

    record File(Path path) implements Source {

        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public long bytes() {
            return path.toFile().length();
        }

        @Override
        public InputStream open(LongConsumer progress) throws IOException {
            InputStream counted = new Counted(Files.newInputStream(path), progress);
            if (!isCompressed(path)) {
                return counted;
            }
            try {
                return new GZIPInputStream(new BufferedInputStream(counted, 1 << 16));
            } catch (IOException e) {
                counted.close();
                throw e;
            }
        }

        static boolean isCompressed(Path path) {
            return path.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        }
    }

    record StandardInput(InputStream in) implements Source {

        static final String NAME = "-";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public long bytes() {
            return 0;
        }

        /** The standard input is not ours to close. */
        @Override
        public InputStream open(LongConsumer progress) {
            return new Counted(in, progress) {
                @Override
                public void close() {}
            };
        }
    }

    /** Counts what is read in bulk; nobody here reads or skips single bytes. */
    class Counted extends FilterInputStream {

        private final LongConsumer progress;

        Counted(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            if (read > 0) {
                progress.accept(read);
            }
            return read;
        }
    }
}
