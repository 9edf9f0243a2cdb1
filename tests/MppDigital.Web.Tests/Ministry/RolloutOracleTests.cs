using System.Text.Json;
using MppDigital.National.Rollout;
using MppDigital.Web.Ministry;

namespace MppDigital.Web.Tests.Ministry;

/// <summary>Counts the published files a second time, in another way, and compares.</summary>
public sealed class RolloutOracleTests(SeededNation nation) : IClassFixture<SeededNation>
{
    [Theory]
    [InlineData("2022-12-31", 514)]
    [InlineData("2024-11-01", 514)]
    [InlineData("2025-12-15", 509)]
    [InlineData("2026-11-24", 514)]
    public async Task Tells_the_total_that_the_milestones_tell(string asOf, int divisor)
    {
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(SeededNation.Folder, "milestones.json")));
        var expected = file.RootElement.GetProperty("facts").EnumerateArray()
            .Where(f => f.GetProperty("kind").GetString() == "total" && string.CompareOrdinal(f.GetProperty("on").GetString(), asOf) <= 0)
            .OrderBy(f => f.GetProperty("on").GetString(), StringComparer.Ordinal).ThenBy(f => f.GetProperty("count").GetInt32()).Last().GetProperty("count").GetInt32();

        var summary = await nation.GetAsync<GetRolloutSummary, RolloutSummary>(new GetRolloutSummary(DateOnly.Parse(asOf, null), divisor));

        Assert.Equal(expected, summary.Malls);
        Assert.Equal(Math.Round((decimal)expected / divisor, 4, MidpointRounding.AwayFromZero), summary.Share);
    }

    [Fact]
    public async Task Counts_stages_by_province_as_the_status_file_does()
    {
        var rows = File.ReadLines(Path.Combine(SeededNation.Folder, "regency-status.csv")).Skip(1).Select(l => l.Split(',')).ToDictionary(c => c[0], c => c[2].Length > 0);
        var known = nation.Directory.All.GroupBy(r => r.ProvinceCode).ToDictionary(p => p.Key, p => p.Count(r => rows.ContainsKey(r.Code.Value) || r.ProvinceCode == "31"));
        var dated = nation.Directory.All.GroupBy(r => r.ProvinceCode).ToDictionary(p => p.Key, p => p.Count(r => rows.GetValueOrDefault(r.Code.Value)));

        var provinces = (await nation.GetAsync<ListRolloutProvinces, RolloutProvinces>(new ListRolloutProvinces())).Items;

        Assert.Equal(38, provinces.Count);
        Assert.Equal(514, provinces.Sum(p => p.Regencies));
        Assert.All(provinces, p => Assert.Equal((known[p.Code], dated[p.Code]), (p.Inaugurated + p.Operating, p.Inaugurated)));
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(19, 0, 0)]
    [InlineData(22, 13, 0)]
    [InlineData(16, 5, 17)]
    public void Draws_one_square_for_each_regency_of_a_province(int inaugurated, int operating, int unknown)
    {
        var svg = ProvinceSquares.Draw(inaugurated, operating, unknown);

        Assert.Equal(inaugurated + operating + unknown, svg.Count(c => c == 'M'));
    }
}
