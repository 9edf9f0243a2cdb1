using Microsoft.Extensions.DependencyInjection;
using MppDigital.National.Registry;
using MppDigital.National.Snapshots;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.Tests.Http;

/// <summary>A regency may bring a domain of its own. It is the same regency, with a sign-in of its own.</summary>
[Collection(RunningProgram.Name)]
public sealed class OwnDomainTests(RunningProgram program)
{
    private const string Domain = "mpp.sawahlunto.example";

    [Fact]
    public async Task A_citizen_signs_in_there_and_the_cookie_opens_no_other_address()
    {
        var there = await OpenAsync();
        using var citizen = program.Stranger();
        Assert.Contains("Sawahlunto", (await citizen.SendAsync(there, HttpMethod.Get, Call.Empty)).Expect(200).Text, StringComparison.Ordinal);

        await SignInForms.PassAsync(citizen, new Uri(there, "/signin?returnUrl=%2Fpermohonan"), program.People.Citizens[70].Nik, program.People.Password, null);

        (await citizen.SendAsync(new Uri(there, "/permohonan"), HttpMethod.Get, Call.Empty)).Expect(200);
        var cookie = citizen.CookiesAt(there);
        Assert.Contains("mpp-session=", cookie, StringComparison.Ordinal);
        // The same regency under its other name is another address, and Padang is another regency.
        foreach (var label in new[] { SlugHere(), "padang" })
            (await program.Stranger().SendAsync(label, HttpMethod.Get, "/permohonan", new Call { Cookie = cookie })).Expect(302);

        var (end, page) = await citizen.FollowAsync(new Uri(there, "/signout"));
        Assert.Equal("login.mpp.localhost", end.Host);
        var (_, after) = await citizen.SubmitAsync(end, page, "keluar", []);
        after.Expect(200);
        (await citizen.SendAsync(new Uri(there, "/permohonan"), HttpMethod.Get, Call.Empty)).Expect(302);
    }

    [Fact]
    public async Task A_form_that_another_site_sends_there_is_refused()
    {
        var there = await OpenAsync();

        var answer = await program.Stranger().SendAsync(new Uri(there, "/lacak"), HttpMethod.Post, new Call { Content = new FormUrlEncodedContent([]), Origin = "https://evil.example", WithoutCsrf = true });

        Assert.InRange(answer.Status, 400, 403);
    }

    [Theory]
    [InlineData("sawahlunto.example")]
    [InlineData("x.mpp.sawahlunto.example")]
    [InlineData("mpp.sawahlunto.example.evil.example")]
    public async Task A_neighbouring_name_leads_nowhere(string host)
    {
        await OpenAsync();

        (await program.Stranger().SendAsync(new UriBuilder("http", host, program.Port).Uri, HttpMethod.Get, Call.Empty)).Expect(404);
    }

    private string SlugHere() => program.Services.GetRequiredService<ITenantDirectory>().FindByHost(Domain)!.Slug;

    private async Task<Uri> OpenAsync()
    {
        var directory = program.Services.GetRequiredService<ITenantDirectory>();
        await using var scope = program.Services.CreateAsyncScope();
        var regency = directory.All.Single(r => r.Name == "Kota Sawahlunto");
        Assert.True((await scope.ServiceProvider.GetRequiredService<IUseCase<SetRegencyDomain, Done>>().HandleAsync(new SetRegencyDomain(regency.Code, Domain, "test"), CancellationToken.None)).Succeeded);
        await program.Services.GetRequiredService<NationalSnapshots>().RefreshAsync(CancellationToken.None);
        return new UriBuilder("http", Domain, program.Port).Uri;
    }
}
