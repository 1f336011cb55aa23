package dev.keepline.portal.papers;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.openhtmltopdf.extend.FSObjectDrawer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;

/** Draws a QR code (ISO/IEC 18004) as one filled path, sharp at any size: {@code <object type="image/x-qr" data="…"/>}. */
final class QrPicture {

    static final String TYPE = "image/x-qr";

    /** The quiet zone a reader needs, in modules. */
    private static final int QUIET = 4;

    private QrPicture() {}

    static FSObjectDrawer drawer() {
        return (element, x, y, width, height, device, _, dotsPerPixel) -> {
            var code = code(element.getAttribute("data"));
            device.drawWithGraphics(
                    (float) x,
                    (float) y,
                    (float) width,
                    (float) height,
                    paper -> draw(paper, code, width / dotsPerPixel));
            return Map.of();
        };
    }

    private static void draw(Graphics2D paper, BitMatrix code, double size) {
        paper.scale(size / code.getWidth(), size / code.getHeight());
        paper.setColor(Color.BLACK);
        paper.fill(path(code));
    }

    /** One rectangle for each run of dark modules in a row. */
    static Path2D path(BitMatrix code) {
        var path = new Path2D.Double();
        for (int row = 0; row < code.getHeight(); row++) {
            int column = 0;
            while (column < code.getWidth()) {
                int end = column;
                while (end < code.getWidth() && code.get(end, row)) {
                    end++;
                }
                if (end > column) {
                    path.append(new Rectangle2D.Double(column, row, end - column, 1), false);
                }
                column = end + 1;
            }
        }
        return path;
    }

    static BitMatrix code(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
    }
}
