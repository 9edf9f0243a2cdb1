namespace MppDigital.Regencies.Documents.Pdf;

/// <summary>The four-petalled mark of the national portal.</summary>
internal static class Ornament
{
    // Drawn in a square of 46; the curves of the screen's mark raised from quadratic to cubic.
    private static readonly (double X, double Y)[][] Petals = [.. new[] { (1, -1), (-1, -1), (1, 1), (-1, 1) }.Select(sign => Petal(sign.Item1, sign.Item2)), Dot()];

    public static void Draw(PdfPage page, double left, double top, double size, PdfColor color)
    {
        page.FillCurves(left, top, size / 46, Petals[..4], color);
        page.FillCurves(left, top, size / 46, Petals[4..], new PdfColor(1, 1, 1));
    }

    private static (double X, double Y)[] Petal(int right, int down)
    {
        (double X, double Y) At(double x, double y) => (23 + right * x, 23 + down * y);
        (double, double)[] Raised((double X, double Y) from, (double X, double Y) control, (double X, double Y) to) =>
        [
            (from.X + (control.X - from.X) * 2 / 3, from.Y + (control.Y - from.Y) * 2 / 3),
            (to.X + (control.X - to.X) * 2 / 3, to.Y + (control.Y - to.Y) * 2 / 3),
            to,
        ];
        return [At(0, 0), .. Raised(At(0, 0), At(2, 18), At(18, 18)), .. Raised(At(18, 18), At(18, 2), At(0, 0))];
    }

    private static (double X, double Y)[] Dot()
    {
        const double radius = 3.2;

        // The usual approximation of a quarter circle by one cubic curve.
        const double handle = radius * 0.5523;
        return
        [
            (23 + radius, 23),
            (23 + radius, 23 + handle), (23 + handle, 23 + radius), (23, 23 + radius),
            (23 - handle, 23 + radius), (23 - radius, 23 + handle), (23 - radius, 23),
            (23 - radius, 23 - handle), (23 - handle, 23 - radius), (23, 23 - radius),
            (23 + handle, 23 - radius), (23 + radius, 23 - handle), (23 + radius, 23),
        ];
    }
}
