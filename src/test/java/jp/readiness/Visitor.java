package jp.readiness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a screen: keeps cookies, sends forms with the key that the last page held, follows no redirect. */
public final class Visitor {

    private static final Pattern FORM_KEY = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String host;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String formKey = "";

    public Visitor(int port) {
        host = "http://127.0.0.1:" + port;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /**
     * Sends a form.
     *
     * @param fields name, value, name, value …
     */
    public HttpResponse<String> post(String path, String... fields) {
        return postWithout(path, concat(fields, "_csrf", formKey));
    }

    /** Sends a form without its key. */
    public HttpResponse<String> postWithout(String path, String... fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(fields)))
                .build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            Matcher key = FORM_KEY.matcher(response.body());
            if (key.find()) {
                formKey = key.group(1);
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** For what is no text. */
    public HttpClient client() {
        return client;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(host + path)).header("Accept", "text/html, */*;q=0.5");
    }

    /** Logs in, and gives the answer to it. */
    public HttpResponse<String> logIn(String username, String password) {
        get("/staff/login");
        return post("/staff/login", "username", username, "password", password);
    }

    /** As after a long time: the server no longer knows this log-in. */
    public void loseSession() {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .forEach(cookie -> cookie.setValue("0123456789ABCDEF"));
    }

    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** Where a redirect leads, without the host. */
    public String target(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("").replace(host, "");
    }

    private static String encode(String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return body.toString();
    }

    private static String[] concat(String[] fields, String... more) {
        String[] all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }
}
