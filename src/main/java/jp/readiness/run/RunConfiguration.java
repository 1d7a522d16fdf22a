package jp.readiness.run;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RunSettings.class)
class RunConfiguration {

    /**
     * What is being uploaded lies beside the runs until it is taken: where temporary files lie, a container often has but
     * memory.
     */
    @Bean
    MultipartConfigElement incoming(MultipartProperties uploads, RunFiles files) {
        files.emptyIncoming().ifPresent(folder -> uploads.setLocation(folder.toString()));
        return uploads.createMultipartConfig();
    }
}
