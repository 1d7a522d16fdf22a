package jp.readiness.programme;

import java.net.URI;
import java.util.Optional;

/**
 * A published source that findings and parameters cite.
 *
 * @param link {@code https:} only
 */
public record Source(String id, Text title, Optional<URI> link) {}
