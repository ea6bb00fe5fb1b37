package newsmill.ingest.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Who wrote the article: the machine-readable names first, then what stands by the headline. */
final class Byline {
    /** Names, and what gave them. */
    record Found(List<String> names, String evidence) {}

    private Byline() {}

    static Found of(Evidence evidence, Layout layout) {
        Found weak = null;
        Found house = null;
        BylinePlaces places = BylinePlaces.of(evidence, layout);
        List<Found> machines = places.forMachines();
        Found outvoting = outvoting(machines, evidence);
        if (outvoting != null) {
            return outvoting;
        }
        List<Supplier<Found>> readings = new ArrayList<>();
        machines.forEach(found -> readings.add(() -> found));
        readings.addAll(places.forReaders());
        for (Supplier<Found> reading : readings) {
            Found found = reading.get();
            List<String> people = people(found.names(), evidence);
            if (found.evidence().startsWith("text") && people.stream().anyMatch(PeopleNames::person)) {
                people = people.stream()
                        .filter(name -> !PeopleNames.agency(name))
                        .toList();
            }
            if (house != null && house.evidence().startsWith("json-ld")) {
                people = people.stream()
                        .filter(name -> name.indexOf(' ') > 0 || Text.ideograph(name.charAt(0)))
                        .toList();
            }
            boolean whole = people.stream().anyMatch(name -> name.indexOf(' ') > 0 || Text.ideograph(name.charAt(0)));
            if (weak != null && whole && completes(people, weak.names().get(0))) {
                return new Found(people, found.evidence());
            }
            if (weak == null && whole) {
                return new Found(people, found.evidence());
            }
            if (!people.isEmpty()
                    && (weak == null || PeopleNames.handle(weak.names().get(0)))) {
                weak = weak == null || !PeopleNames.handle(people.get(0)) ? new Found(people, found.evidence()) : weak;
            }
            if (house == null && !found.names().isEmpty()) {
                house = found;
            }
        }
        return weak != null ? weak : house;
    }

    /**
     * Names that readers are shown and a meta gives too, where the JSON-LD names somebody else: whoever put the page
     * online. Null if there is no such dissent.
     */
    private static Found outvoting(List<Found> readings, Evidence evidence) {
        List<String> said = people(readings.get(0).names(), evidence);
        List<String> shown = people(readings.get(1).names(), evidence);
        if (said.isEmpty() || shown.isEmpty() || !Collections.disjoint(plain(said), plain(shown))) {
            return null;
        }
        Set<String> metas = new HashSet<>();
        for (Found found : readings) {
            metas.addAll(found.evidence().startsWith("meta ") ? plain(found.names()) : Set.of());
        }
        boolean agreed = !Collections.disjoint(metas, plain(shown)) && Collections.disjoint(metas, plain(said));
        return agreed ? new Found(shown, readings.get(1).evidence()) : null;
    }

    private static Set<String> plain(List<String> names) {
        Set<String> out = new HashSet<>();
        names.forEach(name -> out.add(Text.plain(name)));
        return out;
    }

    /** True if one of the names has the single name in it, or the single name is but a user's. */
    private static boolean completes(List<String> names, String single) {
        return PeopleNames.handle(single)
                || names.stream()
                        .anyMatch(name -> (" " + Text.plain(name) + " ").contains(" " + Text.plain(single) + " "));
    }

    /** The names without that of the house itself, which many pages give as author of everything. */
    private static List<String> people(List<String> names, Evidence evidence) {
        if (names.isEmpty()) {
            return List.of();
        }
        String site = Title.siteName(evidence);
        String host = PageAddress.host(evidence.page.url());
        String publisher = JsonLd.text(evidence.jsonLd.resolve(evidence.jsonLd.article.path("publisher")), "name");
        List<String> out = new ArrayList<>();
        for (String name : names) {
            boolean somebody = !PeopleNames.desk(name) && !PeopleNames.address(name);
            if (somebody && !house(name, site, host) && !house(name, publisher, host)) {
                out.add(name);
            }
        }
        return out;
    }

    private static boolean house(String name, String site, String host) {
        String plain = Text.plain(name).replace(" ", "");
        String known = site == null ? "" : Text.plain(site).replace(" ", "");
        String bareHost = Text.plain(host).replace(" ", "");
        String label = bareHost.isEmpty() ? "" : Text.plain(mainLabel(host)).replace(" ", "");
        return plain.equals(known)
                || (label.length() > 2 && name.toLowerCase(Locale.ROOT).startsWith(label + " "))
                || (label.length() > 4 && plain.contains(label))
                || (known.length() > 3 && plain.startsWith(known))
                || (plain.length() > 3 && bareHost.startsWith(plain))
                || (plain.length() > 6 && bareHost.contains(plain));
    }

    /** The label of a host that people know it by: "example" of news.example.co.uk. */
    private static String mainLabel(String host) {
        String[] labels = host.split("\\.");
        int at = labels.length - 2;
        if (at > 0 && labels[at].length() <= 3) {
            at--;
        }
        if (at > 0 && (labels[at].equals("wordpress") || labels[at].equals("blogspot"))) {
            at--;
        }
        return at < 0 ? host : labels[at];
    }

    /** The names in texts that are bylines, each once. */
    static List<String> names(List<String> raw) {
        Map<String, String> out = new LinkedHashMap<>();
        for (String text : raw) {
            String line = JsonLd.clean(text);
            if (line != null) {
                for (String name : PeopleNames.split(line)) {
                    out.putIfAbsent(Text.plain(name), name);
                }
            }
        }
        return List.copyOf(out.values());
    }
}
