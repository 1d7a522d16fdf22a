/** Tables as people keep them: reads CSV in the encodings of Japan and XLSX with limits, and writes both safe from formulas. */
@NullMarked
package jp.readiness.table;

import org.jspecify.annotations.NullMarked;
