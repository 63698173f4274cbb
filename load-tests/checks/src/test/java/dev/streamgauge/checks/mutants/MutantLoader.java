package dev.streamgauge.checks.mutants;

import dev.streamgauge.checks.Models;
import dev.streamgauge.checks.Streamed;
import dev.streamgauge.checks.alerts.Arrival;
import dev.streamgauge.checks.alerts.Rehearsed;
import dev.streamgauge.checks.alerts.Watchers;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Loads the processors, and those who run them, once more beside the usual ones, with some classes replaced. All else is shared. */
final class MutantLoader extends ClassLoader {

    private static final List<String> OWN = List.of("dev.streamgauge.processors.", "dev.streamgauge.checks.");

    /** By these, tests talk with what was loaded anew. */
    private static final Set<String> SHARED =
            Set.of(Models.class.getName(), Watchers.class.getName(), Arrival.class.getName());

    private final Map<String, byte[]> replaced;

    MutantLoader(Map<String, byte[]> replaced) {
        super(MutantLoader.class.getClassLoader());
        this.replaced = Map.copyOf(replaced);
    }

    /** {@link Streamed} over these classes. */
    Models models() {
        return (Models) made(Streamed.class);
    }

    /** {@link Rehearsed} over these classes. */
    Watchers watchers() {
        return (Watchers) made(Rehearsed.class);
    }

    private Object made(Class<?> usual) {
        try {
            return loadClass(usual.getName()).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (SHARED.contains(name) || OWN.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = replaced.containsKey(name) ? replaced.get(name) : usual(name);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] usual(String name) throws ClassNotFoundException {
        try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
