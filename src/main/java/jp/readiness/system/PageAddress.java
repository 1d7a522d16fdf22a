package jp.readiness.system;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The address of the page that is shown, without host; for an error page that of the page that failed.
 *
 * @param path as it was sent, still encoded
 * @param query as it was sent, still encoded; empty without one
 */
record PageAddress(String path, String query) {

    PageAddress {
        // two slashes or a backslash in front would make a browser take the rest for another host
        path = path.replaceFirst("^[/\\\\]+", "/");
    }

    static PageAddress of(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Object query =
                failed == null ? request.getQueryString() : request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING);
        return new PageAddress(Objects.toString(failed, request.getRequestURI()), Objects.toString(query, ""));
    }

    /** This address without the parameter. */
    String without(String parameter) {
        String rest = rest(parameter).collect(Collectors.joining("&"));
        return rest.isEmpty() ? path : path + "?" + rest;
    }

    /** A link from this page to itself, with that one value of the parameter. */
    String linkWith(String parameter, String value) {
        return Stream.concat(rest(parameter), Stream.of(parameter + "=" + value))
                .collect(Collectors.joining("&", "?", ""));
    }

    private Stream<String> rest(String parameter) {
        return Stream.of(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.equals(parameter) && !part.startsWith(parameter + "="));
    }
}
