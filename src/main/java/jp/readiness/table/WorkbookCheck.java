package jp.readiness.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks a workbook over before its reader sees it, since that keeps all shared text and every single cell in memory:
 * refuses what unpacks to far more than a workbook needs, and what no spreadsheet program writes. Nothing of it is ever
 * written to disk, so that names in it cannot lead anywhere.
 */
final class WorkbookCheck {

    private static final int MOST_ENTRIES = 5_000;
    /** Shared text, styles and the like are held in memory, sheets are not. */
    private static final long MOST_HELD = 64L << 20;

    private static final long MOST_STREAMED = 4L << 30;
    private static final long HARMLESS = 32L << 20;
    /** Repeated rows shrink to a fortieth or so; a bomb to a thousandth. */
    private static final int MOST_RATIO = 250;

    /** Between two brackets; a cell holds 32,767 characters. */
    private static final int LONGEST_PIECE = 1 << 20;

    /** A column's name has three letters at most; the reader makes room for as many columns as a name says. */
    private static final int LONGEST_COLUMN = 3;

    private static final byte[] CELL = "<c r=\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MERGE = "<mergeCell ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DOCTYPE = "<!D".getBytes(StandardCharsets.US_ASCII);
    private static final String SHEET = "<worksheet";

    private WorkbookCheck() {}

    /** @return whether cells are merged in one of its sheets */
    static boolean check(Path file) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            if (zip.getEntry("[Content_Types].xml") == null) {
                throw new TableProblem(
                        "ZIPファイルですが、Excelの表（.xlsx）ではありません。表そのものを選んでください。",
                        "This is a ZIP file but no Excel workbook (.xlsx). Choose the table itself.");
            }
            Enumeration<ZipArchiveEntry> entries = zip.getEntries();
            long held = 0;
            Piece piece = new Piece();
            for (int count = 1; entries.hasMoreElements(); count++) {
                if (count > MOST_ENTRIES) {
                    throw tooLarge();
                }
                held += check(zip, entries.nextElement(), MOST_HELD - held, piece);
            }
            return piece.merged;
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    /** @return how much memory it may take */
    private static long check(ZipFile zip, ZipArchiveEntry entry, long mayHold, Piece piece) throws IOException {
        long unpacked = 0;
        boolean sheet = false;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.readNBytes(buffer, 0, buffer.length);
                    read > 0;
                    read = in.readNBytes(buffer, 0, buffer.length)) {
                if (unpacked == 0) {
                    sheet = new String(buffer, 0, Math.min(read, 2_000), StandardCharsets.ISO_8859_1).contains(SHEET);
                }
                unpacked += read;
                long packed = Math.max(1, entry.getCompressedSize());
                if (unpacked > (sheet ? MOST_STREAMED : mayHold)
                        || (unpacked > HARMLESS && unpacked / packed > MOST_RATIO)) {
                    throw tooLarge();
                }
                piece.read(buffer, read);
            }
        }
        return sheet ? 0 : unpacked;
    }

    private static TableProblem tooLarge() {
        return new TableProblem(
                "このExcelファイルは、展開すると大きくなりすぎるため読めません。CSV で保存し直してください。",
                "This Excel file becomes far too large when it is unpacked. Save it as CSV instead.");
    }

    private static TableProblem odd() {
        return new TableProblem(
                "このExcelファイルには、表計算ソフトが書かない内容が含まれているため読みません。表計算ソフトで開き、.xlsx か CSV で保存し直してください。",
                "This Excel file has something in it that no spreadsheet program writes, so it is not read. Open it in a spreadsheet and save it as .xlsx or CSV again.");
    }

    /** Follows the text from one bracket to the next. */
    private static final class Piece {

        private int length;
        private int letters = -1;
        private boolean doctype;
        private boolean cell;
        private boolean merge;
        private boolean merged;

        void read(byte[] bytes, int count) {
            for (int i = 0; i < count; i++) {
                byte b = bytes[i];
                length = b == '<' ? 0 : length + 1;
                if (length > LONGEST_PIECE) {
                    throw tooLarge();
                }
                if (length < DOCTYPE.length) {
                    matchDoctype(b);
                }
                if (length < MERGE.length) {
                    matchMerge(b);
                }
                matchCell(b);
            }
        }

        private void matchDoctype(byte b) {
            doctype = length == 0 || (doctype && b == DOCTYPE[length]);
            if (doctype && length == DOCTYPE.length - 1) {
                throw odd();
            }
        }

        private void matchMerge(byte b) {
            merge = length == 0 || (merge && b == MERGE[length]);
            merged |= merge && length == MERGE.length - 1;
        }

        private void matchCell(byte b) {
            if (length == 0) {
                cell = true;
                letters = -1;
            } else if (cell && length < CELL.length) {
                cell = b == CELL[length];
                letters = cell && length == CELL.length - 1 ? 0 : -1;
            } else if (letters >= 0) {
                boolean isLetter = (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
                letters = isLetter ? letters + 1 : -1;
                if (letters > LONGEST_COLUMN) {
                    throw odd();
                }
            }
        }
    }
}
