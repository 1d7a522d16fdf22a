package jp.readiness.run;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

/** How files of runs are called and typed where they go. */
public final class Downloads {

    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType TABLE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Downloads() {}

    /** @param part {@code results} or {@code rejects} */
    public static ContentDisposition attachment(Run run, String part, String format) {
        String base = run.fileName().replaceFirst("\\.[A-Za-z]{3,4}$", "");
        return attachment(base + "-" + part + "." + format);
    }

    static ContentDisposition attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
    }

    /** @param format {@code csv} or {@code xlsx} */
    public static MediaType type(String format) {
        return format.equals("csv") ? TABLE : WORKBOOK;
    }
}
