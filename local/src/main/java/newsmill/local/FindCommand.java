package newsmill.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import newsmill.article.Json;
import newsmill.ingest.SourceFinder;
import newsmill.ingest.SourceFinder.Found;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "find",
        header = "Find the feeds and sitemaps of a site, and print them as entries of a sources.yaml.",
        description = {
            "Looks at what the page announces, at the sitemaps in robots.txt, and, where there is neither, at the usual"
                    + " places; where nothing is found, at whether the page itself lists articles. Every source it prints has"
                    + " been read.",
            "With several addresses, what one site has under different names is printed once."
        },
        footer = {
            "",
            "Exit codes: 0 something was found; 1 one of them has nothing, or cannot be reached; 2 as everywhere."
        })
final class FindCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "URL",
            arity = "0..*",
            description =
                    "home pages; without https:// or http:// the first that answers; - or none at all reads them from stdin,"
                            + " one a line")
    List<String> sites;

    @Option(names = "--json", description = "a line of JSON for each source: url, format, title, language, items")
    boolean json;

    @Override
    public Integer call() throws IOException {
        Map<String, Found> all = new LinkedHashMap<>();
        int exit = Exit.OK;
        try (WebPages web = new WebPages()) {
            for (String site : sites()) {
                List<Found> found = find(new SourceFinder(web.fetcher()), site);
                exit = found.isEmpty() ? Exit.BAD_RECORDS : exit;
                found.forEach(source -> all.putIfAbsent(source.url(), source));
            }
        }
        print(new ArrayList<>(all.values()));
        return exit;
    }

    private List<String> sites() throws IOException {
        if (sites != null && !sites.equals(List.of(Inputs.STDIN))) {
            return sites;
        }
        return new String(Inputs.page(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<Found> find(SourceFinder finder, String site) {
        List<String> addresses =
                WebPages.isAddress(site) ? List.of(site) : List.of("https://" + site, "http://" + site);
        String reason = "";
        for (String address : addresses) {
            try {
                List<Found> found = finder.find(address);
                if (found.isEmpty()) {
                    Console.say(site + ": no feed, no sitemap, and no list of articles found");
                }
                return found;
            } catch (IllegalArgumentException e) {
                throw Trouble.usage(site + ": not an address: " + Console.reason(e));
            } catch (IOException e) {
                reason = reason.isEmpty() ? Console.reason(e) : reason;
            }
        }
        Console.say(site + ": " + reason);
        return List.of();
    }

    private void print(List<Found> found) {
        if (json) {
            found.forEach(source -> System.out.println(new String(Json.write(source), StandardCharsets.UTF_8)));
            return;
        }
        found.forEach(source -> Console.say(source.url() + ": " + source.format() + ", " + source.items()
                + (source.format().equals("sitemapindex") ? " sitemaps" : " items")));
        if (!found.isEmpty()) {
            System.out.print(SourceFinder.sources(found).toYaml());
        }
    }
}
