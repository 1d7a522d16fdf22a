/** How long names, contacts and words of applicants are kept, and their removal, which leaves the statistics. */
@NullMarked
package jp.readiness.retention;

import org.jspecify.annotations.NullMarked;
