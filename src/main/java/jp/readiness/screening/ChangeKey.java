package jp.readiness.screening;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.readiness.advice.Assessment.Change;

/**
 * Names a change in an address without saying the answers, which would stand in logs: the same new answers always have the
 * same name.
 */
final class ChangeKey {

    private ChangeKey() {}

    static String of(Change change) {
        return UUID.nameUUIDFromBytes(JsonObjects.write(change.set()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
