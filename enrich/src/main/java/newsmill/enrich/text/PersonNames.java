package newsmill.enrich.text;

import java.util.Arrays;
import newsmill.article.DataFile;

/** Given names, and the sex they tell of; by {@link TokenHash}. Immutable and thread-safe. */
public final class PersonNames {
    private static final String[] FILES = {"given-names-us.txt", "given-names-europe.txt", "given-names-world.txt"};
    private static final int SLOTS = 1 << 16;

    private final long[] keys = new long[SLOTS];
    private final byte[] genders = new byte[SLOTS];

    private PersonNames() {}

    /** The names that come with Newsmill. */
    public static PersonNames standard() {
        return Holder.STANDARD;
    }

    /** What the token tells of a person if it is a given name; null if it is none we know. */
    public Gender gender(long hash) {
        int slot = slot(hash);
        return keys[slot] == hash ? Gender.ALL[genders[slot]] : null;
    }

    /** True if the token is a given name. */
    public boolean isGiven(long hash) {
        return keys[slot(hash)] == hash;
    }

    private int slot(long hash) {
        int slot = (int) hash & SLOTS - 1;
        while (keys[slot] != 0 && keys[slot] != hash) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    /** Earlier files win. */
    private void read(String file) {
        Gender gender = Gender.EITHER;
        for (String line : DataFile.lines(PersonNames.class, file)) {
            if (line.startsWith("[")) {
                gender = Gender.valueOf(line.substring(1, line.length() - 1).toUpperCase(java.util.Locale.ROOT));
            } else {
                byte code = (byte) gender.ordinal();
                Arrays.stream(line.split(" ")).filter(name -> !name.isEmpty()).forEach(name -> add(name, code));
            }
        }
    }

    private void add(String name, byte gender) {
        long hash = TokenHash.of(name);
        int slot = slot(hash);
        if (keys[slot] == 0) {
            keys[slot] = hash;
            genders[slot] = gender;
        }
    }

    /** The sex a name, title or noun tells of. */
    public enum Gender {
        /** Given to both, or unknown. */
        EITHER,
        FEMALE,
        MALE;

        private static final Gender[] ALL = values();

        /** False if one is female and the other male. */
        public boolean agrees(Gender other) {
            return this == other || this == EITHER || other == EITHER;
        }
    }

    private static final class Holder {
        static final PersonNames STANDARD = new PersonNames();

        static {
            for (String file : FILES) {
                STANDARD.read(file);
            }
        }
    }
}
