package jp.readiness.rulebook;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.function.BiConsumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openl.rules.runtime.RulesEngineFactory;

/** The same rules in OpenL Tablets: a workbook with one method, a line for every rule. */
final class OpenL implements Contender {

    private final Object[] beans;
    private final BiConsumer<Object, BitSet> rules;

    OpenL(Workload workload) throws Exception {
        Bean bean = new Bean(workload);
        beans = bean.beans();
        Path file = Files.createTempFile("bench", ".xlsx");
        write(workload, file);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(bean.loader());
        try {
            rules = bean.caller(engine(file, bean.loader().loadClass("bench.Rules")));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static <T> T engine(Path file, Class<T> type) throws Exception {
        return new RulesEngineFactory<>(file.toUri().toURL(), type).newEngineInstance();
    }

    private static void write(Workload workload, Path file) throws Exception {
        PrintedCondition printed = new PrintedCondition(workload, new PrintedCondition.Language("a.", "\"", false));
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("Rules");
            cells(sheet.createRow(1), "Environment");
            cells(sheet.createRow(2), "import", "bench");
            cells(sheet.createRow(5), "Method void fire(Applicant a, java.util.BitSet out)");
            for (int rule = 0; rule < workload.models().size(); rule++) {
                cells(sheet.createRow(6 + rule), "if (" + printed.of(rule) + ") out.set(" + rule + ");");
            }
            sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(1, 1, 1, 2));
            book.write(out);
        }
    }

    private static void cells(Row row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            row.createCell(1 + i).setCellValue(texts[i]);
        }
    }

    @Override
    public BitSet fired(int sheet) {
        BitSet fired = new BitSet();
        rules.accept(beans[sheet], fired);
        return fired;
    }
}
