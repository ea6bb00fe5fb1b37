package newsmill.enrich.countries;

import java.util.Arrays;
import java.util.List;
import newsmill.enrich.text.HashSet64;
import newsmill.enrich.text.TokenHash;

/** Short lists of words that say what the name beside them is. */
final class Words {
    /** Words that stand before places. */
    static final HashSet64 LOCATIVE =
            of("in at near from to outside around across throughout inside toward towards of between off"
                    + " through into via visit visited visiting leave leaving left reach reached");
    /** The same in other languages. */
    static final HashSet64 FOREIGN_LOCATIVE =
            of("in im aus nach bei von bis nahe à en au aux de depuis vers près dans desde"
                    + " hacia cerca a em no na do da di nel nella del della uit naar bij te w we do z ze pod koło ku в во из на"
                    + " под у з із від до near at from");
    /** Capitalised words that may stand before any name and belong to no name themselves. */
    static final HashSet64 FUNCTION =
            of("the a an in at on from near to for and or but of with by as after before when while"
                    + " since until if it its his her their our your my this that these those where is are was were has have had"
                    + " inside outside around across between through into over under about against although because how what why"
                    + " who which not no yes both all some most many several new today yesterday here there then now also even"
                    + " only like unlike despite during within without meanwhile however");
    /** Words before a place that go with it. */
    static final HashSet64 COMPASS = of(
            "north south east west northern southern eastern western central greater downtown"
                    + " upper lower inner mid northeast northwest southeast southwest metro metropolitan rural suburban");
    /** Words that stand before things and hardly before towns. */
    static final HashSet64 DETERMINER = of("the a an this that these those his her its their our my your every each");
    /** Titles that stand before a person's name. */
    static final HashSet64 HONORIFIC =
            of("mr mrs ms miss dr prof professor sir lady lord dame sen senator rep reps sens"
                    + " representative congressman congresswoman judge justice capt captain sgt sergeant lt lieutenant col colonel"
                    + " gen general maj major officer deputy detective rev reverend pastor father bishop archbishop cardinal pope"
                    + " coach attorney sheriff councilman councilwoman commissioner constable cpl pvt chief trooper sister brother"
                    + " saint st prince princess queen king president-elect actor actress singer drummer");
    /** What stands behind a name that is a street's or a building's. */
    static final HashSet64 STREET =
            of("street st avenue ave road rd boulevard blvd drive dr lane ln court ct highway hwy"
                    + " parkway pkwy square plaza terrace place way bridge hotel hospital church school elementary creek river"
                    + " lake mountain mountains mount mt park cemetery library mall inn");
    /** What stands behind a place's name and shows that it is one. */
    static final HashSet64 OFFICE = of(
            "police mayor county city parish township village council high university college"
                    + " airport residents officials school district firefighters fire department border government governor gov state president prime minister ministry foreign defense defence senate house supreme court parliament agreement olympics games open summit conference accord accords climate airport airlines stock exchange deal talks republicans democrats republican democratic bureau times post tribune herald news daily journal national bank river valley metro area region province territory peninsula strait island islands bay beach coast port harbor");

    /** Words between which and a name stands "of", if it is a town's; and which follow one. */
    static final HashSet64 MUNICIPALITY = of("city town township village borough mayor");
    /** Words that stand before what something is called. */
    static final HashSet64 NAMING = of("named called nicknamed dubbed alias aka");
    /** What stands behind a town's name and hardly behind a country's. */
    static final HashSet64 MUNICIPAL = pairs(
            "city council,city hall,city schools,city manager,high school,middle school,"
                    + "elementary school,police department,fire department,public library,public schools,school board,"
                    + "school district,town hall,town council,junior high,city commission,fire chief,police chief,county sheriff");

    private Words() {}

    private static HashSet64 pairs(String pairs) {
        return HashSet64.ofHashes(Arrays.stream(pairs.split(","))
                .mapToLong(pair -> TokenHash.pair(
                        TokenHash.of(pair.substring(0, pair.indexOf(' '))),
                        TokenHash.of(pair.substring(pair.indexOf(' ') + 1))))
                .toArray());
    }

    private static HashSet64 of(String words) {
        return HashSet64.of(List.of(words.split(" ")));
    }
}
