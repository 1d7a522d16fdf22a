/**
 * The only home of Drools: reads an edition's DRL into a small model, compiles it safely and says which rules fire, and
 * why or why not.
 */
@NullMarked
package jp.readiness.rulebook;

import org.jspecify.annotations.NullMarked;
