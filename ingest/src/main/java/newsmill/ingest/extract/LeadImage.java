package newsmill.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;

/** The picture that goes with the story: what the page offers for sharing, unless that is but the house's sign. */
final class LeadImage {
    private static final Set<String> LOGO = Resources.words("publication.txt", "logo");
    private static final Set<String> BLANK = Resources.words("publication.txt", "blank");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Of a picture among others. */
    private static final Pattern NUMBER = Pattern.compile("\\d{5}");

    /** The name of a file that shows a story has more words: {@code new-logo-for-the-space-agency.jpg}. */
    private static final int FEW = 4;

    private LeadImage() {}

    /** The address of the first picture told that is not a sign, absolute; or null. */
    static Told<String> of(Evidence evidence) {
        String logo = logo(evidence.jsonLd);
        String host = PageAddress.host(evidence.page.url());
        for (Told<String> told : told(evidence)) {
            String absolute = StringUtil.resolve(evidence.document.baseUri(), told.value());
            boolean web = absolute.startsWith("http://") || absolute.startsWith("https://");
            if (web && !absolute.equals(logo) && !sign(fileName(absolute), host)) {
                return new Told<>(absolute, told.evidence());
            }
        }
        return null;
    }

    private static List<Told<String>> told(Evidence evidence) {
        List<Told<String>> out = new ArrayList<>();
        for (String name : new String[] {
            "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src", "parsely-image-url"
        }) {
            for (String image : evidence.meta.all(name)) {
                out.add(new Told<>(image.strip(), "meta " + name));
            }
        }
        images(evidence.jsonLd, "image", out);
        images(evidence.jsonLd, "thumbnailUrl", out);
        String link = evidence.meta.link("image_src");
        if (link != null) {
            out.add(new Told<>(link, "link image_src"));
        }
        return out;
    }

    private static void images(JsonLd jsonLd, String field, List<Told<String>> out) {
        JsonNode node = jsonLd.article.path(field);
        for (JsonNode one : node.isArray() ? node : List.of(node)) {
            String address = JsonLd.text(jsonLd.resolve(one), "url", "contentUrl");
            if (address != null) {
                out.add(new Told<>(address, "json-ld " + field));
            }
        }
    }

    private static String logo(JsonLd jsonLd) {
        JsonNode publisher = jsonLd.resolve(jsonLd.article.path("publisher"));
        return JsonLd.text(jsonLd.resolve(publisher.path("logo")), "url", "contentUrl");
    }

    private static String fileName(String address) {
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** True for a drawing, and for a file whose few words say that every page has it. */
    private static boolean sign(String file, String host) {
        if (file.endsWith(".svg") || file.endsWith(".ico")) {
            return true;
        }
        int dot = file.lastIndexOf('.');
        if (dot < 0) {
            return false;
        }
        int words = 0;
        int blank = 0;
        boolean logo = false;
        for (String word : BETWEEN_WORDS.split(file.substring(0, dot))) {
            // Numbers, sizes and sums are no words.
            if (word.length() > 1 && word.chars().noneMatch(Character::isDigit)) {
                words++;
                blank += BLANK.contains(word) ? 1 : 0;
                logo |= LOGO.contains(word) || word.startsWith("favicon") || isOf(host, word);
            }
        }
        return words <= FEW && logo
                || blank > 0 && blank == words && !NUMBER.matcher(file).find();
    }

    /** "courierlogo" on a host that is called courier. */
    private static boolean isOf(String host, String word) {
        return word.length() > 6 && word.endsWith("logo") && host.contains(word.substring(0, word.length() - 4));
    }
}
