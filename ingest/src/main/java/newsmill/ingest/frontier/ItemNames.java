package newsmill.ingest.frontier;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsmill.article.Json;
import newsmill.ingest.source.Item;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The source's own names for its items (GUIDs), and the addresses they had when it was last read: an item whose address
 * was edited is still the same. Feeds also number their items by place, or give all of them one name; so a name counts
 * only if it is the feed's only one of the kind, and title or date have stayed.
 */
final class ItemNames {
    private static final TypeReference<LinkedHashMap<String, Place>> PLACES = new TypeReference<>() {};

    /** Nobody edits the address of what has slid so far down. */
    private static final int MOST = 500;

    private final KeyValueStore<Bytes, byte[]> offered;

    /** Where an item stood. @param title a hash, 0 for none @param published a hash, 0 for none */
    record Place(String url, int title, int published) {
        static Place of(Item item) {
            return new Place(item.url(), hash(item.title()), hash(item.published()));
        }

        private static int hash(String text) {
            return text == null ? 0 : text.strip().hashCode();
        }

        boolean isOfSameItem(Place other) {
            return title != 0 && title == other.title || published != 0 && published == other.published;
        }
    }

    ItemNames(KeyValueStore<Bytes, byte[]> offered) {
        this.offered = offered;
    }

    /** The former address, by the new one, of each item that was given another; remembers those of today. */
    Map<String, String> renamed(String sourceId, List<Item> items) {
        Map<String, Place> now = places(items);
        Bytes key = key(sourceId);
        byte[] stored = offered.get(key);
        if (now.isEmpty() && stored == null) {
            return Map.of();
        }
        Map<String, Place> before = read(stored);
        if (!now.equals(before)) {
            offered.put(key, Json.write(now));
        }
        Set<String> listed = new HashSet<>();
        items.forEach(item -> listed.add(item.url()));
        Map<String, String> renamed = new HashMap<>();
        now.forEach((name, place) -> {
            Place old = before.get(name);
            if (old != null && !listed.contains(old.url()) && place.isOfSameItem(old)) {
                renamed.put(place.url(), old.url());
            }
        });
        return renamed;
    }

    void forget(String sourceId) {
        offered.delete(key(sourceId));
    }

    private static Map<String, Place> places(List<Item> items) {
        Map<String, Place> places = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        items.stream().limit(MOST).filter(item -> item.guid() != null).forEach(item -> {
            if (places.put(item.guid(), Place.of(item)) != null) {
                twice.add(item.guid());
            }
        });
        places.keySet().removeAll(twice);
        return places;
    }

    private static Map<String, Place> read(byte[] json) {
        try {
            return json == null ? Map.of() : Json.MAPPER.readValue(json, PLACES);
        } catch (IOException e) {
            throw new UncheckedIOException("the store holds something that are no items", e);
        }
    }

    private static Bytes key(String sourceId) {
        return QueueKeys.host("names:" + sourceId);
    }
}
