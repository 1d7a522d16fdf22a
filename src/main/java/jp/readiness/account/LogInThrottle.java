package jp.readiness.account;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jp.readiness.system.ClientNetwork;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords. Each try takes a token of its username and of its address before the password is
 * looked at, so that many tries at once do not slip through; a log-in that succeeds gives them back.
 *
 * <p>The limits stand one behind the other, so that waiting grows. For one username: five tries at once, then one every
 * 12 seconds; after ten, one a minute; after twenty, one every nine minutes; after forty, one every 36 minutes.
 *
 * <p>Kept in memory: a restart forgets, and each of several servers counts for itself.
 */
@Component
class LogInThrottle {

    private static final List<Bandwidth> PER_USERNAME = List.of(
            limit(5, Duration.ofMinutes(1)),
            limit(10, Duration.ofMinutes(10)),
            limit(20, Duration.ofHours(3)),
            limit(40, Duration.ofDays(1)));

    /** A whole office may share one address. */
    private static final List<Bandwidth> PER_ADDRESS =
            List.of(limit(30, Duration.ofMinutes(1)), limit(100, Duration.ofHours(1)), limit(500, Duration.ofDays(1)));

    private static final int MAX_KEPT = 10_000;

    private final TimeMeter time;
    private final Map<String, Bucket> usernames = newest();
    private final Map<String, Bucket> addresses = newest();

    LogInThrottle(Clock clock) {
        this.time = new ClockMeter(clock);
    }

    /**
     * Asks for one try.
     *
     * @param username folded
     * @return empty if it is granted, else how long to wait
     */
    Optional<Duration> ask(String username, String address) {
        return take(bucket(addresses, ClientNetwork.of(address), PER_ADDRESS))
                .or(() -> take(bucket(usernames, username, PER_USERNAME)));
    }

    /** Gives back what a try has taken that succeeded. */
    void succeeded(String username, String address) {
        bucket(addresses, ClientNetwork.of(address), PER_ADDRESS).addTokens(1);
        bucket(usernames, username, PER_USERNAME).reset();
    }

    private static Optional<Duration> take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(Map<String, Bucket> buckets, String key, List<Bandwidth> limits) {
        Supplier<Bucket> fresh = () -> {
            LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(time);
            limits.forEach(builder::addLimit);
            return builder.build();
        };
        return buckets.computeIfAbsent(key, k -> fresh.get());
    }

    private static Bandwidth limit(int tries, Duration period) {
        return Bandwidth.builder().capacity(tries).refillGreedy(tries, period).build();
    }

    /** Forgets the one that was not asked for longest, so that made-up usernames do not fill the memory. */
    private static Map<String, Bucket> newest() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > MAX_KEPT;
            }
        });
    }

    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(clock.millis(), 1_000_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
