using System.Globalization;
using System.Text.Json;
using MppDigital.Regencies.Feedback;
using MppDigital.Testing;

namespace MppDigital.Regencies.Tests.Feedback;

public sealed class SatisfactionIndexTests
{
    private static readonly JsonElement Published = JsonDocument.Parse(Vectors.Read("survey.json")).RootElement;

    [Fact]
    public void Counts_the_published_example_with_the_exact_weight()
    {
        var example = Published.GetProperty("worked_example");
        var sheets = example.GetProperty("scores").Deserialize<int[][]>()!;

        var index = SatisfactionIndex.Of(sheets, out _)!;

        var exact = example.GetProperty("exact");
        Assert.Equal(exact.GetProperty("respondents").GetInt32(), index.Respondents);
        Assert.Equal(exact.GetProperty("nrr").Deserialize<string[]>()!, index.ElementMeans.Select(m => m.ToString("F4", CultureInfo.InvariantCulture)));
        Assert.Equal(exact.GetProperty("skm").GetString(), index.Value.ToString("F4", CultureInfo.InvariantCulture));
        Assert.Equal(exact.GetProperty("ikm").GetString(), index.Converted.ToString("F2", CultureInfo.InvariantCulture));
        Assert.Equal('B', index.Grade);
        Assert.NotEqual(example.GetProperty("with_0_111").GetProperty("ikm").GetString(), index.Converted.ToString("F2", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(1, "25.00", 'D')]
    [InlineData(2, "50.00", 'D')]
    [InlineData(3, "75.00", 'C')]
    [InlineData(4, "100.00", 'A')]
    public void Reaches_both_ends_of_the_scale(int score, string converted, char grade)
    {
        var index = SatisfactionIndex.Of([Enumerable.Repeat(score, 9).ToArray()], out _)!;

        Assert.Equal((converted, grade), (index.Converted.ToString("F2", CultureInfo.InvariantCulture), index.Grade));
    }

    [Fact]
    public void Grades_the_published_edges()
    {
        foreach (var edge in Published.GetProperty("grade_edges").EnumerateArray())
        {
            var converted = decimal.Parse(edge.GetProperty("ikm").GetString()!, CultureInfo.InvariantCulture);
            Assert.Equal(edge.GetProperty("grade").GetString()![0], SatisfactionIndex.GradeOf(converted));
        }
    }

    [Fact]
    public void Refuses_sheets_that_cannot_be_counted()
    {
        Assert.Equal("no-scores", Reason([]));
        Assert.Equal("no-scores", Reason([[]]));
        Assert.Equal("element-count", Reason([[1, 2], [1]]));
        Assert.Equal("score-range", Reason([[1, 5]]));
        Assert.Equal("score-range", Reason([[0, 4]]));
    }

    private static string? Reason(int[][] sheets)
    {
        Assert.Null(SatisfactionIndex.Of(sheets, out var error));
        return error;
    }
}
