package jp.readiness.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Any page with {@code ?lang=ja} or {@code ?lang=en} keeps the choice in a cookie. A page that was asked for is shown
 * again at its address without the parameter, so that an address that is passed on carries no language; what was sent
 * by a form goes on to be handled, so that switching the language loses nothing of it.
 */
class LanguageSwitch extends OncePerRequestFilter {

    static final String PARAMETER = "lang";

    private static final Map<String, Locale> LANGUAGES = Map.of("ja", Locale.JAPANESE, "en", Locale.ENGLISH);

    private final LocaleResolver localeResolver;

    LanguageSwitch(LocaleResolver localeResolver) {
        this.localeResolver = localeResolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Locale> chosen = chosen(request);
        chosen.ifPresent(locale -> localeResolver.setLocale(request, response, locale));
        if (chosen.isPresent() && "GET".equals(request.getMethod())) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, PageAddress.of(request).without(PARAMETER));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Programs say their language by a header, and are not sent elsewhere. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        if (UploadGate.holdsFiles(request)) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getParameter(PARAMETER)).map(LANGUAGES::get);
    }
}
