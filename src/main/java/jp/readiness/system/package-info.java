/** What every page stands on: layout, language, clock, words for errors and security headers. */
@NullMarked
package jp.readiness.system;

import org.jspecify.annotations.NullMarked;
