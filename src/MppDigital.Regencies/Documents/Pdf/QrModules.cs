using QRCoder;

namespace MppDigital.Regencies.Documents.Pdf;

/// <summary>The cells of a QR code, as runs of dark ones per row; the quiet zone of four cells is inside the size.</summary>
internal sealed record QrModules(int Size, IReadOnlyList<(int Column, int Row, int Length)> Runs)
{
    public static QrModules Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var runs = new List<(int, int, int)>();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows.Count; column++)
            {
                var start = column;
                while (column < rows.Count && rows[row][column]) column++;
                if (column > start) runs.Add((start, row, column - start));
            }
        }

        return new QrModules(rows.Count, runs);
    }
}
