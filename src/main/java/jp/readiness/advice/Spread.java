package jp.readiness.advice;

import java.util.stream.DoubleStream;
import jp.readiness.advice.Elimination.Table;

/** The spread (variance) of a number over all completions, each as likely as the next. */
final class Spread {

    private final Table table;
    private final double mean;

    Spread(Table table) {
        this.table = table;
        this.mean = DoubleStream.of(table.values()).average().orElse(0);
    }

    /** 0 where all numbers are equal, to the last bit. */
    double whole() {
        if (DoubleStream.of(table.values()).distinct().count() <= 1) {
            return 0;
        }
        return DoubleStream.of(table.values()).map(this::squared).average().orElse(0);
    }

    /** What of it is gone on average once a question is answered; 0 for a question that the number does not rest on. */
    double settledBy(int question) {
        int variable = table.combinations().indexOf(question);
        if (variable < 0 || whole() == 0) {
            return 0;
        }
        double[] sums = new double
                [table.combinations().variables().get(variable).witnesses().size()];
        int stride = table.combinations().stride(variable);
        for (int number = 0; number < table.values().length; number++) {
            sums[number / stride % sums.length] += table.values()[number];
        }
        double each = (double) table.values().length / sums.length;
        return DoubleStream.of(sums).map(sum -> squared(sum / each)).average().orElse(0);
    }

    private double squared(double value) {
        return (value - mean) * (value - mean);
    }
}
