package jp.readiness.workbench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Who has a draft open right now. Kept in memory: it tells people of each other, while the revision of a file keeps
 * their texts apart even where this is lost.
 */
@Component
class Presence {

    /** Three times as long as the pages wait between two calls. */
    private static final Duration STAYS = Duration.ofSeconds(30);

    private record Key(UUID draft, String account) {}

    record Seen(String account, String file, Instant at) {}

    private final Map<Key, Seen> seen = new ConcurrentHashMap<>();
    private final Clock clock;

    Presence(Clock clock) {
        this.clock = clock;
    }

    /** Notes that somebody is there, and gives the others, each with the file they look at. */
    List<Seen> note(UUID draft, String account, String file) {
        Instant now = clock.instant();
        seen.values().removeIf(each -> each.at().isBefore(now.minus(STAYS)));
        seen.put(new Key(draft, account), new Seen(account, file, now));
        return seen.entrySet().stream()
                .filter(each -> each.getKey().draft().equals(draft))
                .map(Map.Entry::getValue)
                .filter(each -> !each.account().equals(account))
                .sorted((one, other) -> one.account().compareTo(other.account()))
                .toList();
    }
}
