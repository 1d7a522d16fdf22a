package jp.readiness.system;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Which words of {@code messages/system.properties} an error page shows. */
@Component("errorWords")
public class ErrorWords {

    /**
     * Request attribute for whoever ends a request with {@code sendError(403)} because the page was open for too long
     * and its log-in or its form key is no longer valid.
     */
    public static final String PAGE_EXPIRED = "pageExpired";

    private static final Set<Integer> OWN_WORDS = Set.of(400, 403, 404, 405, 410, 413, 429, 503);

    /** {@code error.<result>.title} and {@code .text} are the words for an error of this HTTP status. */
    public String of(int status) {
        if (currentRequest().getAttribute(PAGE_EXPIRED) != null) {
            return "expired";
        }
        if (OWN_WORDS.contains(status)) {
            return Integer.toString(status);
        }
        return status < 500 ? "400" : "500";
    }

    private static HttpServletRequest currentRequest() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
