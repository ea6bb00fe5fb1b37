package newsmill.ingest.extract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rules of {@code config/sites.yaml}: selectors for sites that the readers get wrong. A rule is tried first and
 * checked; one that no longer fits its pages is reported, not obeyed.
 */
public final class SiteRules {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, SiteRule> bySite = new HashMap<>();

    private SiteRules(List<SiteRule> rules) {
        for (SiteRule rule : rules) {
            // Written as addresses' hosts are looked up: www.Example.com is example.com.
            String host = PageAddress.host("https://" + rule.site());
            if (host.isEmpty() || !rule.site().toLowerCase(Locale.ROOT).endsWith(host)) {
                throw new IllegalArgumentException(
                        "site rule for " + rule.site() + ": should be a host, such as news.example.com");
            }
            if (bySite.put(host, rule) != null) {
                throw new IllegalArgumentException("two site rules for " + rule.site());
            }
        }
    }

    /** No rules. */
    public static SiteRules none() {
        return new SiteRules(List.of());
    }

    /**
     * Reads a file of rules.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if a rule is wrong; the message says which, and where
     */
    public static SiteRules read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /** Reads rules as YAML: a list of {@code site} with {@code body, drop, title, byline, published}. */
    public static SiteRules parse(String yaml) {
        try {
            SiteRule[] rules = YAML.readValue(yaml.isBlank() ? "[]" : yaml, SiteRule[].class);
            return new SiteRules(rules == null ? List.of() : List.of(rules));
        } catch (ValueInstantiationException e) {
            throw new IllegalArgumentException(e.getCause().getMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("site rules: " + e.getMessage(), e);
        }
    }

    /** The rule for the page's host, or the nearest domain above it; null if there is none. */
    SiteRule rule(String url) {
        String host = bySite.isEmpty() ? "" : PageAddress.host(url);
        while (!host.isEmpty()) {
            SiteRule rule = bySite.get(host);
            if (rule != null) {
                return rule;
            }
            int dot = host.indexOf('.');
            host = dot < 0 ? "" : host.substring(dot + 1);
        }
        return null;
    }
}
