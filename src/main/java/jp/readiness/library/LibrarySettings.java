package jp.readiness.library;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param rules the rules folder; null for the usual places, see {@link RulesLocation}
 * @param cacheDir where compiled rules are kept
 * @param rulesPoll how often the rules folder is looked at; a change goes live once two looks agree
 */
@ConfigurationProperties("readiness")
record LibrarySettings(
        @Nullable Path rules,
        @DefaultValue(CacheLocation.DEFAULT) Path cacheDir,
        @DefaultValue("2s") Duration rulesPoll) {

    Optional<Path> givenRules() {
        return Optional.ofNullable(rules);
    }
}
