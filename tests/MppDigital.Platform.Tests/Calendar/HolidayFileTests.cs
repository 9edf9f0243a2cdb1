using MppDigital.Platform.Calendar;
using MppDigital.Testing;

namespace MppDigital.Platform.Tests.Calendar;

public sealed class HolidayFileTests
{
    [Fact]
    public void Reads_national_holidays_and_collective_leave_of_the_official_year()
    {
        var file = HolidayFile.Parse(Vectors.Read("working-days.json"));

        Assert.Equal(17, file.Holidays.Count(h => h.Date.Year == 2026 && h.Type == HolidayType.National));
        Assert.Equal(8, file.Holidays.Count(h => h.Date.Year == 2026 && h.Type == HolidayType.CollectiveLeave));
        Assert.Equal([2026], file.OfficialYears);
    }

    [Theory]
    [InlineData("""{"years":{"2026":{"official":true,"holidays":[{"date":"2026-13-01","name_id":"x","type":"libur_nasional"}]}}}""", "/years/2026/holidays/0/date")]
    [InlineData("""{"years":{"2026":{"official":true,"holidays":[{"date":"2027-01-01","name_id":"x","type":"libur_nasional"}]}}}""", "/years/2026/holidays/0/date")]
    [InlineData("""{"years":{"2026":{"official":true,"holidays":[{"date":"2026-01-01","name_id":"x","type":"libur"}]}}}""", "/years/2026/holidays/0/type")]
    [InlineData("""{"years":{"2026":{"official":"ya","holidays":[]}}}""", "/years/2026/official")]
    [InlineData("""{"years":{"2026":{"official":true}}}""", "/years/2026/holidays")]
    [InlineData("""{"years":[]}""", "/years")]
    [InlineData("{\n\"years\": oops", "row 2")]
    public void Names_the_place_of_a_mistake(string json, string place)
    {
        var refusal = Assert.Throws<FormatException>(() => HolidayFile.Parse(json));

        Assert.StartsWith(place, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("expected", refusal.Message, StringComparison.Ordinal);
    }
}
