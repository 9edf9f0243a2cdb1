namespace MppDigital.Cli;

/// <summary>Rows for people.</summary>
internal static class Table
{
    public static string Text<TRow>(IReadOnlyList<TRow> rows, params (string Title, Func<TRow, string> Cell)[] columns)
    {
        var lines = rows.Select(row => columns.Select(c => c.Cell(row)).ToArray()).Prepend([.. columns.Select(c => c.Title)]).ToList();
        var widths = columns.Select((_, at) => lines.Max(line => line[at].Length)).ToArray();
        return string.Join(Environment.NewLine, lines.Select(line => string.Join("  ", line.Select((cell, at) => cell.PadRight(widths[at]))).TrimEnd()));
    }
}
