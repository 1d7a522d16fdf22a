package jp.readiness.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * Answers what the server refuses before any page is looked for, such as {@code /%00}. Nobody knows the visitor's
 * language there: the words are in both.
 */
final class PlainErrorReport extends ErrorReportValve {

    private static final String JAPANESE = "このアドレスは読み取れません。";
    private static final String ENGLISH = "This address cannot be read.";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="ja"><head><meta charset="UTF-8"><title>%d</title></head>
            <body><h1>%s</h1><p lang="en">%s</p><p><a href="/">準備度アドバイザー Readiness Advisor</a></p></body></html>
            """;

    private static final String PROBLEM = """
            {"type":"about:blank","title":"%s","status":%d,"detail":"%s %s","errors":[]}""";

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        boolean api = request.getRequestURI().startsWith("/api/");
        response.setContentType(api ? "application/problem+json" : "text/html;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        String body = api
                ? PROBLEM.formatted(title(status), status, JAPANESE, ENGLISH)
                : PAGE.formatted(status, JAPANESE, ENGLISH);
        try {
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("The visitor did not wait for the error", e);
        }
    }

    private static String title(int status) {
        return status < 500 ? "Bad request" : "Internal error";
    }
}
