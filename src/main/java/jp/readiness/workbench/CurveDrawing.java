package jp.readiness.workbench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import jp.readiness.check.ParameterCurve;
import jp.readiness.check.ParameterCurve.Point;
import jp.readiness.programme.Parameter;
import jp.readiness.wording.ValueWords;
import jp.readiness.wording.Words;
import jp.readiness.workbench.ImpactPage.Curve;
import jp.readiness.workbench.ImpactPage.CurveLine;
import jp.readiness.workbench.ImpactPage.CurvePicture;
import jp.readiness.workbench.ImpactPage.Mark;
import jp.readiness.workbench.ImpactPage.Tick;

/** Puts a curve into a table and into the places of a picture, 0 to 100 % from {@value #BOTTOM} up to {@value #TOP}. */
final class CurveDrawing {

    private static final double LEFT = 44;
    private static final double RIGHT = 456;
    private static final double TOP = 16;
    private static final double BOTTOM = 216;

    /** More labels below the picture would run into each other. */
    private static final int LABELS = 11;

    private CurveDrawing() {}

    /** @param live value of the version that is live; empty where that has no such number */
    static Curve of(ParameterCurve curve, Parameter parameter, Optional<BigDecimal> live, Words words) {
        List<Point> points = curve.points();
        String unit = words.in(parameter.unit());
        ValueWords numbers = new ValueWords(words);
        List<CurveLine> lines = points.stream()
                .map(point -> new CurveLine(
                        numbers.number(point.value(), unit),
                        point.accepted(),
                        point.asked(),
                        point.heldBack(),
                        point.leaversHeldBack(),
                        point.finishersHeldBack(),
                        is(point, live),
                        is(point, parameter.value())))
                .toList();
        CurvePicture picture = new CurvePicture(
                marks(points, Point::accepted, curve.applicants()),
                marks(points, Point::leaversHeldBack, curve.left()),
                marks(points, Point::finishersHeldBack, curve.finished()),
                ticks(points, lines));
        return new Curve(curve.applicants(), curve.left(), curve.finished(), lines, picture);
    }

    private static boolean is(Point point, Optional<BigDecimal> value) {
        return value.filter(known -> known.compareTo(point.value()) == 0).isPresent();
    }

    /** As shares; none without anybody whom they could be shares of. */
    private static List<Mark> marks(List<Point> points, ToIntFunction<Point> count, int of) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < points.size() && of > 0; i++) {
            double share = (double) count.applyAsInt(points.get(i)) / of;
            marks.add(new Mark(x(points, i), rounded(BOTTOM - share * (BOTTOM - TOP))));
        }
        return marks;
    }

    private static List<Tick> ticks(List<Point> points, List<CurveLine> lines) {
        int every = (points.size() + LABELS - 1) / LABELS;
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            CurveLine line = lines.get(i);
            ticks.add(new Tick(x(points, i), i % every == 0 ? line.value() : "", line.live(), line.drafted()));
        }
        return ticks;
    }

    /** By value, so that an uneven last part is drawn as what it is. */
    private static double x(List<Point> points, int index) {
        double low = points.get(0).value().doubleValue();
        double high = points.get(points.size() - 1).value().doubleValue();
        return rounded(LEFT + (points.get(index).value().doubleValue() - low) / (high - low) * (RIGHT - LEFT));
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
