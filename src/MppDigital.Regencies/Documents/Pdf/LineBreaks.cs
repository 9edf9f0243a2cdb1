namespace MppDigital.Regencies.Documents.Pdf;

internal static class LineBreaks
{
    /// <summary>Breaks at spaces and at given line ends; a word wider than the column is broken inside.</summary>
    public static IReadOnlyList<string> Of(string text, TextStyle style, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, style, width)))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && style.WidthOf(longer) > width)
                {
                    lines.Add(line);
                    longer = word;
                }

                line = longer;
            }

            lines.Add(line);
        }

        return lines;
    }

    private static IEnumerable<string> Pieces(string word, TextStyle style, double width)
    {
        var start = 0;
        for (var end = 1; end <= word.Length; end++)
        {
            if (end - start < 2 || style.WidthOf(word[start..end]) <= width) continue;
            yield return word[start..(end - 1)];
            start = end - 1;
        }

        yield return word[start..];
    }
}
