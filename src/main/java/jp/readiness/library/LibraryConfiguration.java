package jp.readiness.library;

import jp.readiness.check.Checker;
import jp.readiness.rulebook.RuleCompiler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LibrarySettings.class)
@EnableScheduling
class LibraryConfiguration {

    @Bean
    RuleCompiler ruleCompiler(LibrarySettings settings) {
        return new RuleCompiler(CacheLocation.usable(settings.cacheDir()));
    }

    @Bean
    Checker checker(RuleCompiler compiler) {
        return new Checker(compiler);
    }

    @Bean
    Versions versions(JdbcClient jdbc, RuleCompiler compiler) {
        return new Versions(jdbc, compiler);
    }

    @Bean
    Library library(
            LibrarySettings settings, Checker checker, Versions versions, ObjectProvider<FolderListener> listener) {
        return new Library(
                RulesLocation.find(settings.givenRules()),
                checker,
                versions,
                listener.getIfAvailable(() -> FolderListener.NONE));
    }

    @Bean
    FolderWatch folderWatch(Library library) {
        return new FolderWatch(library);
    }
}
