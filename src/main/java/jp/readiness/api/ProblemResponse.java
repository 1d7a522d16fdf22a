package jp.readiness.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.readiness.programme.Text;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem details (RFC 9457) in the caller's language, with a list of what is wrong with which field. */
final class ProblemResponse {

    static final Text NOT_UNDERSTOOD = new Text(
            "送られた内容に誤りがあります。errors を見て直してください。", "Something in the request is wrong: see errors and correct it.");

    private static final JsonMapper JSON = JsonMapper.shared();

    private record FieldError(String field, String message) {}

    private ProblemResponse() {}

    static void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        Locale locale = ApiLanguage.of(request);
        List<FieldError> errors = refusal.errors().entrySet().stream()
                .map(error -> new FieldError(error.getKey(), error.getValue().in(locale)))
                .toList();
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", title(refusal.status()).in(locale));
        problem.put("status", refusal.status().value());
        problem.put("detail", refusal.detail().in(locale));
        problem.put("instance", address(request));
        problem.put("errors", errors);
        refusal.location().ifPresent(address -> response.setHeader("Location", address.toString()));
        response.setStatus(refusal.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Content-Language", locale.getLanguage());
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }

    /** The address that was called, also where the server has passed the request on to answer its error. */
    private static String address(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    private static Text title(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> new Text("見つかりません", "Not found");
            case UNAUTHORIZED -> new Text("キーが必要です", "A token is needed");
            case FORBIDDEN -> new Text("許可されていません", "Forbidden");
            case METHOD_NOT_ALLOWED -> new Text("この操作はできません", "Method not allowed");
            case NOT_ACCEPTABLE -> new Text("その形式では返せません", "Not acceptable");
            case CONFLICT -> new Text("いまはできません", "Conflict");
            case INSUFFICIENT_STORAGE -> new Text("空き容量が足りません", "Insufficient storage");
            case CONTENT_TOO_LARGE -> new Text("大きすぎます", "Content too large");
            case UNSUPPORTED_MEDIA_TYPE -> new Text("この形式は受け取れません", "Unsupported media type");
            case TOO_MANY_REQUESTS -> new Text("送信が多すぎます", "Too many requests");
            default ->
                status.is5xxServerError()
                        ? new Text("こちらの不具合です", "Internal error")
                        : new Text("内容に誤りがあります", "Bad request");
        };
    }
}
