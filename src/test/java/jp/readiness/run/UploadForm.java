package jp.readiness.run;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.readiness.Visitor;

/** The form by which a file is taken, as a browser sends it. */
public final class UploadForm {

    private static final Pattern KEY = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----boundary-of-a-test";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public UploadForm field(String name, String value) {
        return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    public UploadForm file(String fileName, byte[] content) {
        return part("name=\"file\"; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream", content);
    }

    private UploadForm part(String disposition, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** With the key of the form that the visitor sees. */
    public HttpResponse<String> sendBy(Visitor visitor) {
        Matcher key = KEY.matcher(visitor.get("/staff/runs").body());
        return sendBy(visitor, key.find() ? key.group(1) : "", "/staff/runs");
    }

    public HttpResponse<String> sendBy(Visitor visitor, String key, String path) {
        field("_csrf", key);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = visitor.request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return visitor.send(request);
    }
}
