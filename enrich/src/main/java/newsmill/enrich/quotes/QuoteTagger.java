package newsmill.enrich.quotes;

import java.util.List;
import newsmill.article.Quote;
import newsmill.article.Quote.Kind;
import newsmill.enrich.Story;
import newsmill.enrich.Tagger;
import newsmill.enrich.Tags;
import newsmill.enrich.text.Text;

/**
 * Tags what people said, and who said it: finds the stretches in quotation marks and the persons named, reads the
 * clause around each stretch for its speaker, and says whom a pronoun stands for.
 */
public final class QuoteTagger implements Tagger {
    @Override
    public void tag(Story story, Tags tags) {
        Text text = story.body();
        List<Stretch> stretches = Marks.find(text);
        Reading reading = new Reading(text, Lexicon.of(story.language()));
        for (int i = 0; i < stretches.size(); i++) {
            reading.markQuoted(stretches.get(i).open(), stretches.get(i).behind() - 1, i);
        }
        Mentions mentions = Mentions.of(reading);
        Cast cast = Cast.of(reading, mentions);
        Attribution[] attributions = new Speakers(reading, mentions, stretches).find();
        Coreference coreference = new Coreference(reading, mentions);
        Worth worth = new Worth(reading);
        Person lastSpeaker = null;
        for (int i = 0; i < attributions.length; i++) {
            Attribution attribution = attributions[i];
            Stretch stretch = stretches.get(i);
            if (!worth.isQuote(stretch, attribution)) {
                tags.note(() -> "no quote: " + text.slice(stretch.first(), stretch.last()));
                continue;
            }
            Mention speaker = attribution == null ? null : attribution.speaker();
            Person person = coreference.resolve(speaker, lastSpeaker);
            lastSpeaker = person == null ? lastSpeaker : person;
            Quote quote = new Quote(
                    text.slice(stretch.first(), stretch.last()),
                    text.start(stretch.first()),
                    text.end(stretch.last()),
                    Kind.DIRECT,
                    speaker(text, cast, speaker, person),
                    attribution == null || attribution.cueFirst() < 0
                            ? null
                            : text.slice(attribution.cueFirst(), attribution.cueLast()));
            tags.add(quote);
            tags.note(() -> "quote: " + quote.text() + " | "
                    + (quote.speaker() == null
                            ? "nobody"
                            : quote.speaker().name() + " (" + quote.speaker().mention() + ")")
                    + " | " + (attribution == null ? "no evidence" : attribution.rule()) + " | cue " + quote.cue());
        }
    }

    private static Quote.Speaker speaker(Text text, Cast cast, Mention mention, Person person) {
        if (mention == null || person == null && mention.isPronoun()) {
            return null;
        }
        String name = person == null ? text.slice(mention.first, mention.last) : cast.name(person);
        return new Quote.Speaker(
                name, text.slice(mention.first, mention.last), text.start(mention.first), text.end(mention.last));
    }
}
