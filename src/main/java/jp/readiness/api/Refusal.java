package jp.readiness.api;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import jp.readiness.programme.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that is refused, and why. Nothing of it is kept. */
final class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final transient Text detail;
    private final transient Map<String, Text> errors;
    private @Nullable URI location;

    Refusal(HttpStatus status, Text detail) {
        this(status, detail, Map.of());
    }

    /** @param errors what is wrong, by field, in order */
    Refusal(HttpStatus status, Text detail, Map<String, Text> errors) {
        super(detail.en(), null, false, false);
        this.status = status;
        this.detail = detail;
        this.errors = errors;
    }

    /** Where the caller may look instead. */
    Refusal at(URI address) {
        location = address;
        return this;
    }

    Optional<URI> location() {
        return Optional.ofNullable(location);
    }

    static Refusal field(String field, Text message) {
        return new Refusal(HttpStatus.BAD_REQUEST, ProblemResponse.NOT_UNDERSTOOD, Map.of(field, message));
    }

    static Refusal unknownKey() {
        return new Refusal(
                HttpStatus.NOT_FOUND,
                new Text(
                        "この鍵で開ける助言はありません。削除されたか、鍵が途中で切れています。",
                        "No advice has this key: it was deleted, or part of the key is missing."));
    }

    static Refusal viewOnly() {
        return new Refusal(
                HttpStatus.FORBIDDEN,
                new Text(
                        "これは見るための鍵です。削除には編集用の鍵をお使いください。",
                        "This key allows to view only. To delete, use the key to edit."));
    }

    HttpStatus status() {
        return status;
    }

    Text detail() {
        return detail;
    }

    Map<String, Text> errors() {
        return errors;
    }
}
