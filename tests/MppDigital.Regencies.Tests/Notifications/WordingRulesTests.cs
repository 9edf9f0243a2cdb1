using MppDigital.Regencies.Notifications;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Notifications;

public sealed class WordingRulesTests
{
    private static readonly Platform.Tenancy.Regency LongestName = SeedData.Directory.All.MaxBy(r => r.Name.Length)!;

    [Fact]
    public void The_national_words_fit_the_regency_with_the_longest_name_in_both_languages()
    {
        foreach (var what in Enum.GetValues<NoticeEvent>())
        {
            foreach (var language in Wording.Languages) Assert.Equal((what, language, ""), (what, language, string.Join(' ', WordingRules.Check(what, Wording.Of(what, language), LongestName).SelectMany(f => f.Value.Prepend(f.Key)))));
        }

        Assert.NotEqual(Wording.Of(NoticeEvent.Returned, "id"), Wording.Of(NoticeEvent.Returned, "en"));
    }

    [Theory]
    [InlineData("", "Empty")]
    [InlineData("Permohonan {nomor} milik {nik}", "{nik}")]
    [InlineData("Bayar {jumlah} untuk {nomor}", "{jumlah}")]
    [InlineData("Perbaiki segera", "{nomor}")]
    [InlineData("Permohonan {nomor} di {tautan}", "{tautan}")]
    [InlineData("Permohonan {nomor} di https://mpp.example", "")]
    [InlineData("Permohonan {nomor} {", "")]
    [InlineData("Permohonan {nomor}\nbaris dua", "")]
    [InlineData("Permohonan {nomor} \u0007", "")]
    public void A_short_text_is_refused_with_the_reason(string text, string named)
    {
        var faults = WordingRules.Check(NoticeEvent.Returned, new Wording(text, "Permohonan {nomor}", "Permohonan {nomor}"), LongestName);

        var (field, texts) = Assert.Single(faults);
        Assert.Equal("/brief", field);
        if (named.StartsWith('{')) Assert.Contains(named, texts[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('a', 146, true)]
    [InlineData('a', 147, false)]
    [InlineData('€', 73, true)]
    [InlineData('€', 74, false)]
    [InlineData('ā', 56, true)]
    [InlineData('ā', 57, false)]
    public void A_text_message_holds_160_plain_letters_or_70_others(char letter, int count, bool fits)
    {
        // The number takes fourteen.
        var faults = WordingRules.Check(NoticeEvent.Returned, new Wording("{nomor}" + new string(letter, count), "Permohonan {nomor}", "Permohonan {nomor}"), LongestName);

        Assert.Equal(fits ? [] : ["/brief"], faults.Keys);
    }

    [Fact]
    public void A_subject_and_a_body_have_their_limits_too()
    {
        var faults = WordingRules.Check(NoticeEvent.Renewal, new Wording("{dokumen} {berlaku}", "{dokumen} " + new string('a', 60), "{dokumen} {berlaku}" + new string('a', 2000)), LongestName);

        Assert.Equal(["/body", "/subject"], faults.Keys.Order());
    }
}
