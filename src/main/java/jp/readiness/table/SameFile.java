package jp.readiness.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether two names are of one file, so that nothing is written over what is being read. */
public final class SameFile {

    private SameFile() {}

    /** However they are written, and through links too; a file that is not there yet is told by its name. */
    public static boolean is(Path one, Path other) {
        if (one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())) {
            return true;
        }
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false; // one of them is not there
        }
    }
}
