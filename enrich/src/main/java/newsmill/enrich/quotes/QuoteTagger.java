package newsmill.enrich.quotes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import newsmill.article.Quote;
import newsmill.article.Quote.Kind;
import newsmill.enrich.Story;
import newsmill.enrich.Tagger;
import newsmill.enrich.Tags;
import newsmill.enrich.text.Text;

/**
 * Tags what people said, and who said it: finds the stretches in quotation marks and the persons named, reads the
 * clause around each stretch for its speaker, and says whom a pronoun stands for. What stands in quotation marks is
 * {@link Kind#DIRECT}, and partial where it goes on with the reporter's sentence; what is reported without them is
 * {@link Kind#INDIRECT}. A speaker of whom nothing tells is null. In languages without a word list a speaker
 * is only who is named before a colon or signs.
 */
public final class QuoteTagger implements Tagger {
    @Override
    public void tag(Story story, Tags tags) {
        Text text = story.body();
        Reading reading = new Reading(text, story.primaryLanguage());
        List<Stretch> stretches = Dashes.with(OpenEnds.cut(Marks.find(text), reading), reading);
        for (int i = 0; i < stretches.size(); i++) {
            reading.markQuoted(stretches.get(i).open(), stretches.get(i).behind() - 1, i);
        }
        Mentions mentions = Mentions.of(reading);
        Cast cast = Cast.of(reading, mentions);
        ChineseSpeech chinese = story.primaryLanguage().equals("zh") ? new ChineseSpeech(reading, stretches) : null;
        Attribution[] attributions =
                chinese != null ? chinese.attributions() : new Speakers(reading, mentions, stretches).find();
        Worth worth = new Worth(reading);
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < attributions.length; i++) {
            Stretch stretch = stretches.get(i);
            if (worth.isQuote(stretch, attributions[i])) {
                boolean partial = goesOn(text, stretch);
                said.add(new Said(stretch.first(), stretch.last(), Kind.DIRECT, partial, attributions[i]));
            } else {
                tags.note(() -> "no quote: " + text.slice(stretch.first(), stretch.last()));
            }
        }
        for (IndirectSpeech.Content content :
                chinese != null ? chinese.reported() : new IndirectSpeech(reading, mentions).find()) {
            said.add(new Said(content.first(), content.last(), Kind.INDIRECT, false, content.attribution()));
        }
        said.sort(Comparator.comparingInt(Said::first));
        add(said, reading, mentions, cast, tags);
    }

    /** Whether the quoted words are a part of the reporter's sentence: a word before the mark, no capital behind it. */
    private static boolean goesOn(Text text, Stretch stretch) {
        int before = stretch.open() - 1;
        return before >= 0
                && text.isWord(before)
                && text.paragraphOf(before) == text.paragraphOf(stretch.open())
                && !Character.isUpperCase(text.first(stretch.first()));
    }

    /** Resolves the speakers in the order of the body, as each may depend on the one before. */
    private static void add(List<Said> said, Reading reading, Mentions mentions, Cast cast, Tags tags) {
        Coreference coreference = new Coreference(reading, mentions);
        Person lastSpeaker = null;
        Quote.Speaker last = null;
        int lastParagraph = -2;
        for (Said words : said) {
            int paragraph = reading.text.paragraphOf(words.first());
            Mention mention =
                    words.attribution() == null ? null : words.attribution().speaker();
            Person person = coreference.resolve(mention, lastSpeaker);
            lastSpeaker = person == null ? lastSpeaker : person;
            boolean unknown = mention == null || person == null && mention.isPronoun();
            boolean near = words.isImplied() && paragraph - lastParagraph <= 1;
            Quote.Speaker speaker = unknown
                    ? near ? last : null
                    : speaker(
                            reading.text,
                            mention,
                            person == null
                                    ? reading.text.slice(mention.first, behalf(mention, reading, mentions))
                                    : cast.name(person));
            if (speaker == null && words.kind() == Kind.INDIRECT && words.isImplied()) {
                continue;
            }
            last = speaker;
            lastParagraph = paragraph;
            Quote quote = words.quote(reading.text, speaker);
            tags.add(quote);
            tags.note(() -> words.reason(quote));
        }
    }

    private static Quote.Speaker speaker(Text text, Mention mention, String name) {
        return new Quote.Speaker(
                name, text.slice(mention.first, mention.last), text.start(mention.first), text.end(mention.last));
    }

    /** The last token of "a spokesman for the ministry". */
    private static int behalf(Mention noun, Reading reading, Mentions mentions) {
        if (reading.isRomance()) {
            return new Complements(reading, mentions).end(noun, reading.sentenceEnd(noun.last));
        }
        boolean linked = reading.isWord(noun.last + 1, "for") || reading.isWord(noun.last + 1, "of");
        Mention body = linked ? mentions.at(noun.last + 2) : null;
        return body != null && body.first == noun.last + 2 && !body.possessive ? body.last : noun.last;
    }

    /** A quote before its speaker is resolved. */
    private record Said(int first, int last, Kind kind, boolean partial, Attribution attribution) {
        boolean isImplied() {
            return attribution != null && attribution.isImplied();
        }

        Quote quote(Text text, Quote.Speaker speaker) {
            boolean cued = attribution != null && attribution.cueFirst() >= 0;
            return new Quote(
                    text.slice(first, last),
                    text.start(first),
                    text.end(last),
                    kind,
                    partial,
                    speaker,
                    cued ? text.slice(attribution.cueFirst(), attribution.cueLast()) : null);
        }

        String reason(Quote quote) {
            return "quote: " + quote.text() + " | "
                    + (quote.speaker() == null
                            ? "nobody"
                            : quote.speaker().name() + " (" + quote.speaker().mention() + ")")
                    + " | " + (attribution == null ? "no evidence" : attribution.rule()) + " | cue " + quote.cue();
        }
    }
}
