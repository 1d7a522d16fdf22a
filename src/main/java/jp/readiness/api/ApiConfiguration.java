package jp.readiness.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiSettings.class)
class ApiConfiguration {

    /** Name of the scheme in the published description. */
    static final String TOKEN = "token";

    @Bean
    FilterRegistrationBean<RateLimit> rateLimit(ApiSettings settings) {
        FilterRegistrationBean<RateLimit> filter =
                new FilterRegistrationBean<>(new RateLimit(settings.postsPerMinute()));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ApiErrorDispatch> apiErrorDispatch() {
        FilterRegistrationBean<ApiErrorDispatch> filter = new FilterRegistrationBean<>(new ApiErrorDispatch());
        filter.setDispatcherTypes(DispatcherType.ERROR);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
        return filter;
    }

    /** Published in production too, at {@code /v3/api-docs}: it describes a public interface and holds no data. */
    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A token made on the staff page “API tokens”; it may do what its"
                                                + " owner's roles allow")))
                .info(new Info()
                        .title("Readiness Advisor")
                        .version("v1")
                        .description("Advice on whether a company is ready for a DX support programme, with reasons and"
                                + " sources. It advises; people decide. Errors are problem details (RFC 9457) in Japanese"
                                + " or, by `Accept-Language`, in English; `errors` names each wrong field.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    }
}
