package dev.streamgauge.checks.mutants;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Keeps what the compiler makes. */
final class ClassesInMemory extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, ByteArrayOutputStream> made = new HashMap<>();

    ClassesInMemory(JavaFileManager others) {
        super(others);
    }

    /** What was made since the last call, by class name. */
    Map<String, byte[]> take() {
        Map<String, byte[]> taken = new HashMap<>();
        made.forEach((name, bytes) -> taken.put(name, bytes.toByteArray()));
        made.clear();
        return taken;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
        return new Made(name, kind);
    }

    /** A source in memory. */
    static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private final class Made extends SimpleJavaFileObject {
        private final String className;

        Made(String className, Kind kind) {
            super(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind);
            this.className = className;
        }

        @Override
        public OutputStream openOutputStream() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            made.put(className, bytes);
            return bytes;
        }
    }
}
