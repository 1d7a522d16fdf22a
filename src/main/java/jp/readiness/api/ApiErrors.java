package jp.readiness.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import jp.readiness.library.NotInLibrary;
import jp.readiness.programme.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns everything that goes wrong under {@code /api/} into problem details; pages are left to others. */
@Component
class ApiErrors implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception wrong) {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return null;
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(wrong)) {
            return new ModelAndView(); // nobody is there to read an answer
        }
        try {
            if (wrong instanceof ErrorResponse known) {
                known.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
            }
            ProblemResponse.write(request, response, refusal(wrong));
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal refusal(Exception wrong) {
        if (wrong instanceof Refusal refusal) {
            return refusal;
        }
        if (wrong instanceof NotInLibrary missing) {
            return new Refusal(HttpStatus.NOT_FOUND, missing.text());
        }
        if (wrong instanceof MethodArgumentTypeMismatchException mistyped) {
            return Refusal.field(mistyped.getName(), mistyped(mistyped.getRequiredType()));
        }
        HttpStatus status = wrong instanceof ErrorResponse known
                ? HttpStatus.valueOf(known.getStatusCode().value())
                : HttpStatus.INTERNAL_SERVER_ERROR;
        if (status.is5xxServerError()) {
            log.error("A request to the API failed", wrong);
        }
        return refusal(status);
    }

    private static Text mistyped(@Nullable Class<?> required) {
        return required == boolean.class
                ? new Text("true か false にしてください。", "This must be true or false.")
                : new Text("整数にしてください。", "This must be a whole number.");
    }

    static Refusal refusal(HttpStatus status) {
        return new Refusal(status, detail(status));
    }

    private static Text detail(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND ->
                new Text("このアドレスには何もありません。/v3/api-docs を見てください。", "There is nothing here: see /v3/api-docs.");
            case UNAUTHORIZED ->
                new Text(
                        "有効なキーが要ります。職員ページの「APIのキー」で作り、Authorization: Bearer の見出しで送ってください。",
                        "A valid token is needed: make one on the staff page “API tokens” and send it as"
                                + " Authorization: Bearer.");
            case FORBIDDEN ->
                new Text(
                        "キーの持ち主の権限では、この操作はできません。管理者に相談してください。",
                        "The roles of the token's owner do not allow this: ask an administrator.");
            case TOO_MANY_REQUESTS ->
                new Text(
                        "このキーでの呼び出しが多すぎます。Retry-After の秒数だけ待ってください。",
                        "Too many calls with this token: wait as many seconds as Retry-After says.");
            case METHOD_NOT_ALLOWED ->
                new Text(
                        "このアドレスではこの操作はできません。できる操作は Allow ヘッダーにあります。",
                        "This cannot be done here; the Allow header names what can.");
            case UNSUPPORTED_MEDIA_TYPE ->
                new Text("Content-Type を application/json にしてください。", "Send it with Content-Type application/json.");
            case NOT_ACCEPTABLE -> new Text("JSONでのみ返せます。", "Answers are given as JSON only.");
            default ->
                status.is5xxServerError()
                        ? new Text(
                                "しばらくしてからもう一度お試しください。続くときは事務局にお知らせください。",
                                "Please try again later, and tell the office if it goes on.")
                        : new Text(
                                "この要求は受け取れません。方法、アドレス、内容を確かめてください。",
                                "This request cannot be taken: check its method, address and content.");
        };
    }
}
