package jp.readiness.account;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says about somebody.
 *
 * @param issuer and
 * @param subject who it is, for ever
 * @param username folded and allowed; empty if the provider gives none that could be one
 * @param groups what the person belongs to there
 */
record ProviderClaims(String issuer, String subject, Optional<String> username, Set<String> groups) {

    /** As {@code issuer}, {@code subject} and claims come; a username that does not fit gives way to the address. */
    static ProviderClaims of(String issuer, String subject, Map<String, Object> claims, SignInSettings settings) {
        Optional<String> username = Stream.of(settings.usernameClaim(), "email")
                .map(claims::get)
                .filter(String.class::isInstance)
                .map(claim -> Username.fold((String) claim))
                .filter(Username::allowed)
                .findFirst();
        return new ProviderClaims(issuer, subject, username, names(find(claims, settings.groupsClaim())));
    }

    /** A claim may bear the whole name with its dots, as those that are addresses do. */
    private static @Nullable Object find(Map<String, Object> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        Object found = claims;
        for (String key : path.split("\\.")) {
            found = found instanceof Map<?, ?> object ? object.get(key) : null;
        }
        return found;
    }

    private static Set<String> names(@Nullable Object claim) {
        if (claim instanceof Collection<?> list) {
            return list.stream().filter(Objects::nonNull).map(Object::toString).collect(Collectors.toUnmodifiableSet());
        }
        return claim instanceof String names ? Set.copyOf(Arrays.asList(names.split("[ ,]+"))) : Set.of();
    }
}
