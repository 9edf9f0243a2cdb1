using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace MppDigital.National.Seeding;

/// <summary>One CSV file of the seed, read by its header.</summary>
internal sealed class SeedTable
{
    private readonly List<Line> lines = [];

    public SeedTable(string folder, string file, params string[] columns)
    {
        File = file;
        using var csv = new CsvReader(new StringReader(SeedText.Read(folder, file)), new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, MissingFieldFound = null });
        if (!csv.Read() || !csv.ReadHeader()) throw new SeedException(file, 1, "-", "a header");
        var header = csv.HeaderRecord ?? [];
        foreach (var (expected, at) in columns.Select((c, i) => (c, i)))
        {
            if (at >= header.Length || header[at] != expected) throw new SeedException(file, 1, expected, $"column {at + 1} to be called {expected}");
        }

        if (header.Length > columns.Length) throw new SeedException(file, 1, header[columns.Length], "no further column");
        while (csv.Read())
        {
            var row = csv.Parser.RawRow;
            if (csv.Parser.Count != columns.Length) throw new SeedException(file, row, columns[Math.Min(csv.Parser.Count, columns.Length) - 1], $"{columns.Length} columns, not {csv.Parser.Count}");
            lines.Add(new Line(this, row, columns.ToDictionary(c => c, c => csv.GetField(c) ?? "")));
        }
    }

    public string File { get; }

    public IReadOnlyList<Line> Lines => lines;

    internal sealed class Line(SeedTable table, int row, Dictionary<string, string> cells)
    {
        public int Row => row;

        public string this[string column] => cells[column];

        public string Text(string column, int longest) =>
            cells[column] is { Length: > 0 } text && text.Length <= longest ? text : throw Fault(column, $"a text of 1 to {longest} characters");

        public int Whole(string column, int least) =>
            int.TryParse(cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number : throw Fault(column, $"a whole number from {least}");

        public double Number(string column, double least, double most) =>
            double.TryParse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number
                : throw Fault(column, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));

        public bool Flag(string column) => cells[column] switch { "1" => true, "0" => false, _ => throw Fault(column, "0 or 1") };

        public SeedException Fault(string column, string expected) => new(table.File, row, column, expected);
    }
}
