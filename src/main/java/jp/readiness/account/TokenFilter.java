package jp.readiness.account;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets programs in that hold a key: {@code Authorization: Bearer …}. A key that is not valid is refused everywhere, also
 * where none is needed, so that whoever sends it learns of it. Each key may call only so often a minute.
 */
class TokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final int TOO_MANY_REQUESTS = 429;

    private final ApiTokens tokens;
    private final int perMinute;

    /** As many as there are keys that are valid: others never get this far. */
    private final Map<UUID, Bucket> buckets = new ConcurrentHashMap<>();

    TokenFilter(ApiTokens tokens, int perMinute) {
        this.tokens = tokens;
        this.perMinute = perMinute;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ApiTokens.Caller> caller = header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? tokens.caller(header.substring(BEARER.length()).strip())
                : Optional.empty();
        if (caller.isEmpty()) {
            askForToken(response, "Bearer error=\"invalid_token\"");
        } else if (mayCall(caller.get().token(), response)) {
            logIn(caller.get());
            chain.doFilter(request, response);
        }
    }

    /** Answers that a key is needed (RFC 6750). */
    static void askForToken(HttpServletResponse response, String challenge) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }

    private boolean mayCall(ApiToken token, HttpServletResponse response) throws IOException {
        ConsumptionProbe probe =
                buckets.computeIfAbsent(token.id(), id -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            response.sendError(TOO_MANY_REQUESTS);
        }
        return probe.isConsumed();
    }

    private static void logIn(ApiTokens.Caller caller) {
        UsernamePasswordAuthenticationToken who = UsernamePasswordAuthenticationToken.authenticated(
                caller.member(),
                null,
                caller.member().roles().stream().map(Role::authority).toList());
        who.setDetails(caller.token().id());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
