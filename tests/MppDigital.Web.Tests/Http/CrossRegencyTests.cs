using System.Text.RegularExpressions;

namespace MppDigital.Web.Tests.Http;

/// <summary>A person of one regency applies in another, on that one's host: signed in once, with what the registers know, and nothing of the first regency is read or written.</summary>
[Collection(RunningProgram.Name)]
public sealed partial class CrossRegencyTests(RunningProgram program)
{
    private const string Home = "bukittinggi";
    private const string Elsewhere = "padang";

    [Fact]
    public async Task The_page_of_a_service_leads_by_way_of_the_picker_to_the_same_service_elsewhere()
    {
        var anybody = program.Stranger();
        var page = (await anybody.GetAsync(Home, $"/layanan/{Filings.Service}")).Expect(200);
        var picker = new Uri(Picker().Match(page.Text).Groups[1].Value);
        Assert.Equal(program.OriginOf("").Authority, picker.Authority);

        var found = (await anybody.GetAsync("", $"{picker.PathAndQuery}&q=padang")).Expect(200);

        Assert.Contains($"href=\"{program.OriginOf(Elsewhere).ToString().TrimEnd('/')}/layanan/{Filings.Service}\"", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_there_with_the_same_sign_in_and_leaves_home_as_it_was()
    {
        await program.CitizenAsync(12);
        var before = await StoredRows.CountAsync(program, Home);
        // No password is given here: a form of the login would fail the sign-in.
        var citizen = await program.CitizenAsync(12, Elsewhere);

        var service = (await citizen.GetAsync(Elsewhere, $"/api/v1/services/{Filings.Service}")).Expect(200);
        Assert.True(service["schema"].GetProperty("properties").GetProperty("nik").GetProperty("readOnly").GetBoolean());
        var filed = await Filings.SubmitAsync(citizen, Elsewhere);

        Assert.StartsWith("1371-", filed.Number, StringComparison.Ordinal);
        (await citizen.GetAsync(Elsewhere, filed.Path)).Expect(200);
        Assert.Equal(before, await StoredRows.CountAsync(program, Home));
        (await (await program.CitizenAsync(12)).GetAsync(Home, filed.Path)).Expect(404);
    }

    [GeneratedRegex("href=\"([^\"]+/daerah\\?layanan=[^\"]+)\"")]
    private static partial Regex Picker();
}
