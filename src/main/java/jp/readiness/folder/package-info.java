/** Reads the {@code rules/} folder: its YAML into the records of {@code programme}, and everything wrong in it into problems. */
@NullMarked
package jp.readiness.folder;

import org.jspecify.annotations.NullMarked;
