/** How the service is doing: which editions are live and what is wrong with the others, health and metrics. */
@NullMarked
package jp.readiness.operation;

import org.jspecify.annotations.NullMarked;
