package jp.readiness.programme;

import java.util.Set;

/**
 * Whom a programme is for, said by one choice question: an applicant whose answer is not among {@code allowed} is told
 * that the programme is not for them. An open question excludes nobody.
 */
public record Audience(String question, Set<String> allowed) {
    public Audience {
        allowed = Set.copyOf(allowed);
    }
}
