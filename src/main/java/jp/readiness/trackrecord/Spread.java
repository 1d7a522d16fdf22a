package jp.readiness.trackrecord;

import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * How sure the suggested weights are: the standard error of each log(w/(1 − w)), from how sharply the sum falls around its
 * maximum when all weights may give way together (the inverse of its matrix of second derivatives).
 */
final class Spread {

    private static final double STEP = 1e-4;

    private Spread() {}

    static double[] of(List<Unknown> unknowns, double[] values) {
        RealMatrix curvature = curvature(unknowns, values);
        double[] spread = new double[unknowns.size()];
        try {
            RealMatrix covariance =
                    new CholeskyDecomposition(curvature, 1e-6, 0).getSolver().getInverse();
            for (int i = 0; i < spread.length; i++) {
                spread[i] = Math.sqrt(covariance.getEntry(i, i));
            }
        } catch (MathRuntimeException e) {
            // flat in some direction: then each for itself, and never surer than by what was shipped alone
            for (int i = 0; i < spread.length; i++) {
                spread[i] = 1 / Math.sqrt(Math.max(curvature.getEntry(i, i), STEP));
            }
        }
        return spread;
    }

    /** Minus the second derivatives, from differences of the first. */
    private static RealMatrix curvature(List<Unknown> unknowns, double[] values) {
        int size = unknowns.size();
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            double[] above = gradient(unknowns, moved(unknowns.get(i), values, STEP));
            double[] below = gradient(unknowns, moved(unknowns.get(i), values, -STEP));
            for (int j = 0; j < size; j++) {
                matrix[i][j] = (below[j] - above[j]) / (2 * STEP);
            }
        }
        RealMatrix raw = new Array2DRowRealMatrix(matrix, false);
        return raw.add(raw.transpose()).scalarMultiply(0.5);
    }

    private static double[] moved(Unknown unknown, double[] values, double step) {
        double[] moved = values.clone();
        moved[unknown.index()] = unknown.moved(values[unknown.index()], step);
        return moved;
    }

    private static double[] gradient(List<Unknown> unknowns, double[] values) {
        return unknowns.stream()
                .mapToDouble(unknown -> unknown.logitSlope(values))
                .toArray();
    }
}
