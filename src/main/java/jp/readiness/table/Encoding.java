package jp.readiness.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a text file is encoded: by its mark, else UTF-8 if all of it is, else Windows-31J if all of it is. A few broken
 * characters in a long text do not hide which of the two it is; they become U+FFFD, and their rows can be refused.
 *
 * @param mark bytes at the start that are no text
 */
record Encoding(Charset charset, int mark) {

    static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private static final int BUFFER = 1 << 16;

    /** A text with more broken characters than one in so many is no text in that encoding. */
    private static final int RARE = 5;

    /** Where Windows-31J fits a text without a flaw, UTF-8 must fit it so much better to be believed. */
    private static final int MUCH_RARER = 12;

    /** @param wide how many characters beyond ASCII there are, @param broken how many places are none */
    private record Fit(long wide, long broken) {
        boolean isPerfect() {
            return broken == 0;
        }

        boolean isGood() {
            return broken * RARE <= wide;
        }
    }

    static Encoding of(Path file, Optional<Charset> wanted) throws IOException {
        byte[] start = start(file);
        Encoding marked = marked(start);
        if (wanted.isPresent()) {
            boolean own = marked.mark() > 0
                    && wanted.get().name().startsWith(marked.charset().name().substring(0, 5));
            return own ? marked : new Encoding(wanted.get(), 0);
        }
        if (marked.mark() > 0) {
            return marked;
        }
        return wide(start)
                .orElseGet(() -> new Encoding(StandardCharsets.UTF_8, 0))
                .fitting(file);
    }

    private Encoding fitting(Path file) throws IOException {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return this;
        }
        Fit utf8 = fit(file, StandardCharsets.UTF_8);
        if (utf8.isPerfect()) {
            return this;
        }
        Fit windows = fit(file, WINDOWS_31J);
        if (utf8.isGood() && (!windows.isPerfect() || utf8.broken() * RARE * MUCH_RARER <= utf8.wide())) {
            return this;
        }
        if (windows.isPerfect() || windows.isGood()) {
            return new Encoding(WINDOWS_31J, 0);
        }
        if (utf8.broken() <= 1 && utf8.wide() == 0) {
            return this;
        }
        throw new TableProblem(
                "表のファイルとして読めません。文字コードが UTF-8 でも Windows-31J（シフトJIS）でもないか、表ではないファイルです。"
                        + ".xlsx か CSV で保存し直すか、文字コードを指定してください。",
                "This cannot be read as a table: its text is neither UTF-8 nor Windows-31J (Shift JIS), or it is no table. "
                        + "Save it as .xlsx or CSV again, or say which encoding it has.");
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(BUFFER);
        }
    }

    private static Encoding marked(byte[] start) {
        if (at(start, 0) == 0xEF && at(start, 1) == 0xBB && at(start, 2) == 0xBF) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (at(start, 0) == 0xFE && at(start, 1) == 0xFF) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        if (at(start, 0) == 0xFF && at(start, 1) == 0xFE) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        return new Encoding(StandardCharsets.UTF_8, 0);
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xFF : -1;
    }

    /** UTF-16 without its mark shows by the zeros beside every comma, digit and line end, all on one side. */
    private static Optional<Encoding> wide(byte[] start) {
        int[] zeros = new int[2];
        for (int i = 0; i < start.length; i++) {
            zeros[i & 1] += start[i] == 0 ? 1 : 0;
        }
        int most = Math.max(zeros[0], zeros[1]);
        if (Math.min(zeros[0], zeros[1]) > 0 || most * 10 < start.length / 2) {
            return Optional.empty();
        }
        return Optional.of(new Encoding(zeros[1] > 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 0));
    }

    private static Fit fit(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        long wide = 0;
        long broken = 0;
        try (InputStream in = Files.newInputStream(file)) {
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                CoderResult result = CoderResult.OVERFLOW;
                while (!result.isUnderflow()) {
                    result = decoder.decode(bytes, chars, end);
                    wide += wide(chars.flip());
                    chars.clear();
                    if (result.isError()) {
                        broken++;
                        bytes.position(bytes.position() + result.length());
                    }
                }
                bytes.compact();
            }
        }
        return new Fit(wide, broken);
    }

    private static long wide(CharBuffer chars) {
        char[] array = chars.array();
        int wide = 0;
        for (int i = 0; i < chars.limit(); i++) {
            wide += array[i] >>> 7 == 0 ? 0 : 1;
        }
        return wide;
    }

    /** The bytes of the text. */
    InputStream text(InputStream file) throws IOException {
        InputStream in = new BufferedInputStream(file, BUFFER);
        in.skipNBytes(mark);
        return in;
    }

    CharsetDecoder decoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith("\uFFFD")
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }
}
