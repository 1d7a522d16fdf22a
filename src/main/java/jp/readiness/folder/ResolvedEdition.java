package jp.readiness.folder;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.readiness.programme.Edition;

/**
 * An edition with the content it was read from, free of the folder: {@link RulesFolderReader#readResolved} reads it back.
 *
 * @param files file name → text: the edition's own {@code programme.yaml}, {@code rules.drl} and, where they exist,
 *     {@code scenarios.yaml} and {@code examples.yaml}, without byte order mark, in NFC and with line feeds only; and,
 *     if it uses shared questions, a {@code questions.yaml} with just those and their sections, sorted by id and in one
 *     canonical spelling; and, if it refers to programmes that are not for everybody, an
 *     {@code audiences.yaml} that says whom they are for. The edition's version is the hash of this map, see {@link ContentHash}.
 */
public record ResolvedEdition(Edition edition, SortedMap<String, String> files) {
    public ResolvedEdition {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
}
