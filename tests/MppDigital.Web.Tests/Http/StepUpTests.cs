using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Testing;

namespace MppDigital.Web.Tests.Http;

/// <summary>Signing asks for a second factor that is not old: of programs by RFC 9470, of people on the way through the login and back.</summary>
public sealed class StepUpTests(StepUpTests.LaterProgram later) : IClassFixture<StepUpTests.LaterProgram>
{
    private const string Here = "bukittinggi";
    private const string Head = "kepala.bukittinggi";
    private const string Ground = "STR tidak berlaku di tempat praktik ini.";

    private readonly RunningProgram program = later.Program;

    private string Totp => program.People.Staff.Single(s => s.Username == Head).Totp!;

    [Fact]
    public async Task Signs_only_with_a_factor_that_was_shown_just_now()
    {
        var head = await program.StaffAsync(Head, Here);
        var filed = await RipeAsync();
        await TellsWhoeverHasNoneHowToGetOneAsync();
        later.Clock.Later += TimeSpan.FromMinutes(16);

        await AsksProgramsAsync(head, filed);
        await AsksPeopleAndKeepsWhatTheyTypedAsync(head, filed);
    }

    private async Task TellsWhoeverHasNoneHowToGetOneAsync()
    {
        var officer = await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here);

        var (_, page) = await officer.FollowAsync(new Uri(program.OriginOf(Here), "/signin?returnUrl=/petugas&ulang=ya"));

        page.Expect(403);
        Assert.Contains("/akun/aplikasi", page.Text, StringComparison.Ordinal);
        (await officer.GetAsync(Here, "/petugas")).Expect(200);
    }

    private async Task AsksProgramsAsync(MppClient head, Filed filed)
    {
        var refused = (await Filings.MoveAsync(head, Here, filed.Number, "approve")).Expect(401);
        Assert.Equal("step-up-required", refused.TextOf("code"));
        Assert.Equal("Bearer error=\"insufficient_user_authentication\", error_description=\"A second factor is needed, not older than 900 seconds.\", acr_values=\"urn:mpp:2\", max_age=\"900\"", refused.Headers.WwwAuthenticate.ToString());
        // A token that was made just now still says when the person last proved anything.
        var token = await AccessTokens.OfAsync(program, head, "regency-1375");
        var seen = (await head.SendAsync(Here, HttpMethod.Get, filed.DeskPath, new Call { Token = token })).Expect(200);
        (await head.SendAsync(Here, HttpMethod.Post, $"{filed.DeskPath}/refuse", new Call { Token = token, Body = new JsonObject { ["reason"] = Ground }.ToJsonString(), IfMatch = seen.ETag })).Expect(401);
        Assert.Equal(seen.ETag, (await head.GetAsync(Here, filed.DeskPath)).Expect(200).ETag);
        // Somebody who may not sign at all is told that, and not sent for a code.
        (await Filings.MoveAsync(await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here), Here, filed.Number, "approve")).Expect(403);
    }

    private async Task AsksPeopleAndKeepsWhatTheyTypedAsync(MppClient head, Filed filed)
    {
        var desk = $"/petugas/permohonan/{filed.Number}";
        var left = (await PageForm.SendAsync(head, Here, desk, "refuse", ("reason", Ground))).Expect(302);
        var (address, page) = await head.FollowAsync(new Uri(program.OriginOf(Here), left.Headers.Location!));
        Assert.Equal("/masuk/ulang", address.AbsolutePath);
        Assert.Contains("Konfirmasi dengan faktor kedua", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"password\"", page.Text, StringComparison.Ordinal);

        (await PageForm.SendAsync(head, "login", address.PathAndQuery, "ulang", ("code", "000000x"))).Expect(401);
        var confirmed = (await PageForm.SendAsync(head, "login", address.PathAndQuery, "ulang", ("code", OneTimeCode.Of(Totp, later.Clock.GetUtcNow())))).Expect(302);
        var (back, review) = await head.FollowAsync(new Uri(address, confirmed.Headers.Location!));

        Assert.Equal(desk, back.AbsolutePath);
        Assert.Contains("Belum ada yang terkirim", review.Text, StringComparison.Ordinal);
        Assert.Matches($"<textarea[^>]*>{Regex.Escape(Ground)}</textarea>", WebUtility.HtmlDecode(review.Text));
        Assert.Equal("in-review", (await head.GetAsync(Here, filed.DeskPath)).Expect(200)["application"].GetProperty("status").GetString());
        (await PageForm.SendAsync(head, Here, desk, "refuse", ("reason", Ground))).Expect(302);
        Assert.Equal("refused", (await head.GetAsync(Here, filed.DeskPath)).Expect(200)["application"].GetProperty("status").GetString());
        Assert.DoesNotContain("Belum ada yang terkirim", (await head.GetAsync(Here, desk)).Expect(200).Text, StringComparison.Ordinal);
    }

    private async Task<Filed> RipeAsync()
    {
        var filed = await Filings.SubmitAsync(await program.CitizenAsync(0), Here);
        var officer = await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here);
        foreach (var move in (string[])["claim", "verify"]) (await Filings.MoveAsync(officer, Here, filed.Number, move)).Expect(200);
        (await Filings.MoveAsync(await program.StaffAsync("petugas.dinkes.bukittinggi", Here), Here, filed.Number, "recommend")).Expect(200);
        return filed;
    }

    /// <summary>The program with its own limit of 15 minutes and a clock that can be set forward.</summary>
    public sealed class LaterProgram : IAsyncLifetime
    {
        public LaterProgram() => Program = new RunningProgram(builder =>
        {
            builder.Configuration["SignIn:StepUpMinutes"] = "15";
            builder.Services.AddSingleton<TimeProvider>(Clock);
        });

        internal LaterClock Clock { get; } = new();

        internal RunningProgram Program { get; }

        public Task InitializeAsync() => Program.InitializeAsync();

        public Task DisposeAsync() => Program.DisposeAsync();
    }

    internal sealed class LaterClock : TimeProvider
    {
        public TimeSpan Later { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Later;
    }
}
