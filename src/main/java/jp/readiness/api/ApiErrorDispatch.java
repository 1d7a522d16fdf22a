package jp.readiness.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts problem details in the place of the error page where a request to the API was ended before it reached a handler,
 * such as one with a method that HTTP does not know.
 */
class ApiErrorDispatch extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed)
                || !failed.startsWith(request.getContextPath() + "/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        ProblemResponse.write(
                request, response, ApiErrors.refusal(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status));
    }
}
