using System.Text.Json;
using MppDigital.Regencies.Feedback;
using MppDigital.Testing;

namespace MppDigital.Regencies.Tests.Feedback;

public sealed class MinimumSampleTests
{
    private static readonly JsonElement Published = JsonDocument.Parse(Vectors.Read("survey-sample.json")).RootElement;

    [Fact]
    public void Agrees_with_every_row_of_the_printed_table_and_with_the_vectors()
    {
        foreach (var row in Published.GetProperty("table").EnumerateArray())
            Assert.Equal(row.GetProperty("sample").GetInt32(), MinimumSample.ByTable(row.GetProperty("population").GetInt32()));
        foreach (var row in Published.GetProperty("vectors").EnumerateArray())
        {
            var population = row.GetProperty("population").GetInt32();
            Assert.Equal(row.GetProperty("by_table").GetInt32(), MinimumSample.ByTable(population));
            Assert.Equal(row.GetProperty("by_formula").GetInt32(), MinimumSample.ByFormula(population));
        }
    }

    [Fact]
    public void Asks_nobody_for_more_answers_than_there_were_services() => Assert.Equal((0, 7, 80), (MinimumSample.Of(0), MinimumSample.Of(7), MinimumSample.Of(100)));
}
