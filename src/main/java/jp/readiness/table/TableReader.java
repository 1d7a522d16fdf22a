package jp.readiness.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The front door for reading: opens a CSV or XLSX file, which it tells apart by content and not by name. */
public final class TableReader {

    /** Most columns that a header may have. */
    static final int MOST_COLUMNS = 1_000;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

    private TableReader() {}

    /**
     * @param encoding of a CSV file; without it UTF-8 (with or without a mark at its start), UTF-16 with its mark and
     *     Windows-31J are recognised
     * @throws TableProblem if the file is no table that can be read
     */
    public static Table open(Path file, Optional<Charset> encoding) {
        try {
            byte[] start = start(file);
            if (start.length == 0) {
                throw new TableProblem(
                        "ファイルが空です。見出しの行と、1社1行のデータを入れてください。",
                        "The file is empty. It needs a row of headers and a row for each company.");
            }
            if (startsWith(start, ZIP)) {
                return XlsxTable.open(file);
            }
            refuseOthers(file, start);
            return CsvTable.open(file, encoding);
        } catch (NoSuchFileException e) {
            throw new TableProblem("ファイル「%s」がありません。".formatted(file), "There is no file %s.".formatted(file));
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    static TableProblem unreadable(Path file) {
        return new TableProblem("ファイル「%s」を読めません。".formatted(file), "The file %s cannot be read.".formatted(file));
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(OLE.length);
        }
    }

    private static void refuseOthers(Path file, byte[] start) throws IOException {
        if (startsWith(start, OLE)) {
            throw isEncrypted(file)
                    ? new TableProblem(
                            "パスワードで保護されたファイルです。Excelでパスワードを外し、.xlsx で保存し直してください。",
                            "The file is protected by a password. Remove the password in Excel and save it as .xlsx again.")
                    : new TableProblem(
                            "古い形式のExcelファイル（.xls）です。Excelで開き、.xlsx か CSV で保存し直してください。",
                            "This is an old Excel file (.xls). Open it in Excel and save it as .xlsx or CSV.");
        }
        if (startsWith(start, PDF)) {
            throw new TableProblem(
                    "PDFのファイルです。元の表を .xlsx か CSV で保存してください。",
                    "This is a PDF. Save the table that it was made from as .xlsx or CSV.");
        }
    }

    /** The directory of an encrypted workbook names this stream, in UTF-16. */
    private static boolean isEncrypted(Path file) throws IOException {
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        try (InputStream in = Files.newInputStream(file)) {
            String content = new String(in.readNBytes(1 << 22), StandardCharsets.ISO_8859_1);
            return content.contains(new String(name, StandardCharsets.ISO_8859_1));
        }
    }

    private static boolean startsWith(byte[] content, byte[] signature) {
        return content.length >= signature.length
                && Arrays.equals(content, 0, signature.length, signature, 0, signature.length);
    }
}
