package jp.readiness.wording;

import java.util.List;
import java.util.Optional;

/**
 * An answer beside what is wanted, in words.
 *
 * @param label of the question
 * @param wanted such as 2名以上; empty where nothing is compared
 * @param questions ids of the questions that the condition reads
 */
public record Evidence(String label, String answer, Optional<String> wanted, List<String> questions) {}
