package dev.streamgauge.connectors.files;

/** A line of a file, without its end. Its bytes are shared, not copied: nobody changes them. */
final class Line {

    private final long number;
    private final byte[] bytes;
    private final long size;

    /**
     * @param number from 1
     * @param bytes the whole line, or the beginning of one that is too large
     * @param size how many bytes the whole line has
     */
    Line(long number, byte[] bytes, long size) {
        this.number = number;
        this.bytes = bytes;
        this.size = size;
    }

    long number() {
        return number;
    }

    byte[] bytes() {
        return bytes;
    }

    long size() {
        return size;
    }

    boolean isCut() {
        return bytes.length < size;
    }

    boolean isBlank() {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return !isCut();
    }
}
