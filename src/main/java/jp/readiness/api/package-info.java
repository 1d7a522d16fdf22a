/** The REST interface under {@code /api/v1}: programmes, their questions, and advice for other systems. */
@NullMarked
package jp.readiness.api;

import org.jspecify.annotations.NullMarked;
