/** Files of applicants that are judged as a whole, as jobs of the server that survive its end. */
@NullMarked
package jp.readiness.run;

import org.jspecify.annotations.NullMarked;
