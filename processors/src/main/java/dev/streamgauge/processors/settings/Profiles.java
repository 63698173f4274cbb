package dev.streamgauge.processors.settings;

import dev.streamgauge.processors.definitions.Profile;
import java.util.EnumSet;
import java.util.Set;

/** Several of them in one setting, separated by commas. */
record Profiles(Set<Profile> all) {

    Profiles {
        all = Set.copyOf(all);
    }

    /** Those of a text; null if it names another. */
    static Profiles parse(String text) {
        Set<Profile> found = EnumSet.noneOf(Profile.class);
        for (String name : text.split(",", -1)) {
            for (Profile profile : Profile.values()) {
                if (profile.label().equals(name.strip())) {
                    found.add(profile);
                }
            }
        }
        return found.size() == text.split(",", -1).length ? new Profiles(found) : null;
    }
}
