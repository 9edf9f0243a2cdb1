using System.Net;

namespace MppDigital.Web.Tests.Http;

/// <summary>Who knows only the number finds the right regency from the portal, and the number is in no address on the way.</summary>
[Collection(RunningProgram.Name)]
public sealed class HandoverTests(RunningProgram program)
{
    private const string Number = "1375-26-000428";

    [Fact]
    public async Task The_number_written_at_the_portal_waits_in_the_form_of_its_regency()
    {
        var stranger = program.Stranger();

        var sent = (await PageForm.SendAsync(stranger, "", "/lacak", "lacak", ("nomor", Number))).Expect(302);

        var next = sent.Headers.Location!;
        Assert.Equal(program.OriginOf("bukittinggi").Host, next.Host);
        Assert.DoesNotContain("000428", WebUtility.UrlDecode(next.OriginalString), StringComparison.Ordinal);
        var page = (await stranger.SendAsync(next, HttpMethod.Get, Call.Empty)).Expect(200);
        Assert.Contains($"name=\"nomor\" value=\"{Number}\"", page.Text, StringComparison.Ordinal);
        // Another regency cannot open what was sealed for this one.
        var elsewhere = (await stranger.GetAsync("padang", next.PathAndQuery)).Expect(200);
        Assert.DoesNotContain(Number, elsewhere.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_the_portal_may_end_at_a_regency_and_nowhere_else()
    {
        var page = (await program.Stranger().GetAsync("", "/lacak")).Expect(200);

        Assert.Contains($"form-action 'self' http://*.mpp.localhost:{program.Port} ", page.Headers.GetValues("Content-Security-Policy").Single() + " ", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000-26-000001")]
    [InlineData("https://contoh.example/")]
    [InlineData("1375-26-000428-1375-26-000428-1375-26-000428")]
    public async Task A_number_of_nowhere_leads_nowhere(string number)
    {
        var answer = (await PageForm.SendAsync(program.Stranger(), "", "/lacak", "lacak", ("nomor", number))).Expect(422);

        Assert.Contains("href=\"#nomor\"", answer.Text, StringComparison.Ordinal);
    }
}
