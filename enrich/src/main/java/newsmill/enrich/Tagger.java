package newsmill.enrich;

/** Adds one kind of tag to an article. Pure and thread-safe: text in, tags out; no clock, network or state. */
public interface Tagger {
    /** Reads the story and adds to the tags; takes time linear in the story's length. */
    void tag(Story story, Tags tags);
}
