package jp.readiness.library;

import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks at the rules folder from time to time and has a change imported. It asks the files and not the operating system,
 * whose notices do not reach into every container; and it waits until two looks agree, so that a folder in the middle of
 * being copied is left alone. What another server on the same database
 * published is taken up at each look, too.
 */
class FolderWatch {

    private final Library library;
    private Set<String> imported;
    private Set<String> seen;

    FolderWatch(Library library) {
        this.library = library;
        imported = Folders.fingerprint(library.rules());
        seen = imported;
    }

    @Scheduled(fixedDelayString = "${readiness.rules-poll:2s}")
    void look() {
        library.takeUp();
        Set<String> now = Folders.fingerprint(library.rules());
        boolean atRest = now.equals(seen);
        seen = now;
        if (atRest && !now.equals(imported)) {
            library.importFolder();
            imported = now;
        }
    }
}
