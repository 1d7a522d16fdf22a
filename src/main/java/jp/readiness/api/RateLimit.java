package jp.readiness.api;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.readiness.programme.Text;
import jp.readiness.system.ClientNetwork;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets one address send only so many answer sheets a minute, so that nobody fills the database. What is only read is
 * not counted.
 */
class RateLimit extends OncePerRequestFilter {

    private static final int MOST_ADDRESSES = 10_000;

    private final int perMinute;

    private final Map<String, Bucket> buckets = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> longestUnused) {
            return size() > MOST_ADDRESSES;
        }
    });

    RateLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe probe = buckets.computeIfAbsent(ClientNetwork.of(request.getRemoteAddr()), network -> bucket())
                .tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            ProblemResponse.write(request, response, tooMany(seconds));
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    private static Refusal tooMany(long seconds) {
        return new Refusal(
                HttpStatus.TOO_MANY_REQUESTS,
                new Text(
                        "同じアドレスからの送信が多すぎます。%d秒待ってから送ってください。".formatted(seconds),
                        "Too many requests from this address: please wait %d seconds.".formatted(seconds)));
    }
}
