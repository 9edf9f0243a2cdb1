namespace MppDigital.National.Seeding;

/// <summary>A seed file that cannot be used. The message is one line: file, row, column, what is expected.</summary>
public sealed class SeedException : Exception
{
    public SeedException(string file, int row, string column, string expected, Exception? cause = null)
        : base($"tenants-seed/{file}: row {row}, column {column}: expected {OneLine(expected)}", cause)
    {
        File = file;
        Row = row;
        Column = column;
    }

    public string File { get; }

    /// <summary>Line of the file, from 1; 0 when the file itself is missing.</summary>
    public int Row { get; }

    /// <summary>Name of the column, or the JSON path.</summary>
    public string Column { get; }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
