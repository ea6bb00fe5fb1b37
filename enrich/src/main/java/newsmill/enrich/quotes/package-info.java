/**
 * Who said what. Start at {@link newsmill.enrich.quotes.QuoteTagger}: it finds the stretches in quotation marks
 * ({@code Marks}, {@code OpenEnds}) or behind a dash ({@code Dashes}), looks every word's part up ({@code Lexicon}, {@code Reading}), reads the noun
 * phrases ({@code Mentions}, {@code NounPhrases}, {@code Names}) and joins those that name the same person ({@code Cast}).
 * {@code Speakers} then asks, best evidence first, what leads to a stretch ({@code CueBefore}, {@code WordsOf}), what
 * follows it ({@code CueBehind}) and what it goes on from ({@code Continuation}); all of them know the grammar of the
 * clause from {@code Verbs}, {@code Subjects}, {@code Inversion}, {@code Appositions} and {@code Complements}. {@code Worth} leaves out titles and scare words,
 * {@code IndirectSpeech} adds what is reported without marks, and {@code Coreference} says whom "he" and "the minister"
 * mean. The words of each language are data: {@code words.LANGUAGE.txt}. Chinese is read by
 * {@code ChineseSpeech} alone.
 *
 * <p>Every step takes time linear in the text: whatever looks back or ahead does so over a bounded number of words.
 */
package newsmill.enrich.quotes;
