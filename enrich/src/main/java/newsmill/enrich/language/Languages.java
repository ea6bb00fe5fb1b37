package newsmill.enrich.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Tells the language of a text by its script, its letter groups and its frequent words; the page's declaration is one
 * more witness. Immutable and thread-safe; the time for an article is bounded, however long it is.
 */
public final class Languages {
    /** What is answered where the language is not known. */
    public static final String UNKNOWN = "und";

    private final Map<Script, Profile> profiles;

    private Languages(Map<Script, Profile> profiles) {
        this.profiles = profiles;
    }

    /** The languages that come with Newsmill. */
    public static Languages standard() {
        return Standard.LANGUAGES;
    }

    private static final class Standard {
        static final Languages LANGUAGES = read("profiles.gz");
    }

    private static Languages read(String resource) {
        Map<Script, Profile> profiles = new EnumMap<>(Script.class);
        try (InputStream in = Languages.class.getResourceAsStream(resource);
                DataInputStream data =
                        new DataInputStream(new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16))) {
            while (true) {
                profiles.put(Script.valueOf(data.readUTF()), Profile.read(data));
            }
        } catch (EOFException e) {
            return new Languages(profiles);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + ": cannot be read", e);
        }
    }

    /**
     * The language of a text as a BCP 47 tag: the declared tag if the text is in that language, else the primary
     * language of the text, or {@code und}. A text too short to tell is believed to be what is declared.
     *
     * @param declared what the page says; may be null
     * @param title may be null
     * @param body may be null
     */
    public String of(String declared, String title, String body) {
        String tag = declared == null ? "" : declared.strip().replace('_', '-');
        String primary = primary(tag);
        Sample sample = new Sample(title, body);
        String found = found(sample, primary);
        if (found.equals(primary) || found.equals(UNKNOWN) && !primary.isEmpty() && sample.isShort()) {
            return tag;
        }
        return found;
    }

    /** The primary language of a tag, in lower case; empty if it is none. */
    static String primary(String tag) {
        int dash = tag.indexOf('-');
        String primary = (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
        boolean formed = primary.length() >= 2
                && primary.length() <= 3
                && primary.chars().allMatch(c -> c >= 'a' && c <= 'z');
        return !formed || primary.equals(UNKNOWN) ? "" : primary;
    }

    private String found(Sample sample, String declared) {
        Script script = sample.script();
        if (script.language != null) {
            return Siblings.inScript(script, sample, declared);
        }
        Profile profile = profiles.get(script);
        return profile == null ? UNKNOWN : new Trial(profile, sample).verdict(declared);
    }
}
