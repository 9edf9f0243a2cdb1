using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using MppDigital.Login.Accounts;
using MppDigital.Login.SignIn;
using MppDigital.Login.Tests.MyAccount;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Tests.Protocol;

/// <summary>A host that asks for two factors, shown a short while ago (<c>acr_values</c> with <c>max_age</c>).</summary>
public sealed class StepUpRequestTests(LoginServer server) : IClassFixture<LoginServer>
{
    [Fact]
    public async Task Asks_for_the_code_alone_and_goes_on_with_the_same_session()
    {
        var (owner, flow) = await SignedInAsync();
        using var _ = flow;
        var (secret, _) = await owner.TurnOnTotpAsync();
        var before = await SessionOfAsync(flow, flow.Request());
        server.Clock.Advance(TimeSpan.FromMinutes(20));

        using var sent = await flow.AuthorizeAsync(StepUp(flow));
        Assert.StartsWith("/masuk/ulang?r=", sent.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal("wrong-code", (await AgainAsync(flow, "000000x")).Problem?.Code);
        var step = await AgainAsync(flow, owner.CodeOf(secret));
        Assert.True(step.Succeeded, step.Problem?.Code);
        Assert.NotEqual(flow.Cookie, step.Value.Cookie);
        flow.Cookie = step.Value.Cookie;
        using var resumed = await flow.GetAsync("/authorize/lanjut?r=" + Flow.QueryOf(sent)["r"]);
        var after = await ReadAsync(flow, Flow.QueryOf(resumed)["code"]);

        Assert.Equal(before.GetClaim("sid").Value, after.GetClaim("sid").Value);
        Assert.Equal("urn:mpp:2", after.GetClaim("acr").Value);
        Assert.Equal(server.Clock.GetUtcNow().ToUnixTimeSeconds(), long.Parse(after.GetClaim("auth_time").Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("wrong-code", (await AgainAsync(flow, owner.CodeOf(secret))).Problem?.Code);
    }

    [Fact]
    public async Task Leads_to_the_passkey_whoever_has_one_and_typed_the_password()
    {
        var (owner, flow) = await SignedInAsync();
        using var _ = flow;
        await AddPasskeyAsync(owner);

        using var sent = await flow.AuthorizeAsync(StepUp(flow));
        Assert.StartsWith("/masuk/kunci?r=", sent.Headers.Location?.ToString(), StringComparison.Ordinal);
        // Typing the password once more, on the page of this very request, is still one factor.
        flow.Cookie = (await owner.SignInAsync()).Value!.Cookie;
        using var resumed = await flow.GetAsync("/authorize/lanjut?r=" + Flow.QueryOf(sent)["r"]);
        Assert.StartsWith("/masuk/kunci?r=", resumed.Headers.Location?.ToString(), StringComparison.Ordinal);
        using var silent = await flow.AuthorizeAsync(new(StepUp(flow)) { ["prompt"] = "none" });
        Assert.Equal("login_required", Flow.QueryOf(silent)["error"]);
    }

    [Fact]
    public async Task Takes_no_code_of_an_app_from_whoever_signs_with_a_passkey()
    {
        var (owner, flow) = await SignedInAsync();
        using var _ = flow;
        var (secret, _) = await owner.TurnOnTotpAsync();
        server.Clock.Advance(TimeSpan.FromMinutes(20));
        await AddPasskeyAsync(owner, signs: true);

        using var sent = await flow.AuthorizeAsync(StepUp(flow));
        Assert.StartsWith("/masuk/kunci?r=", sent.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal("use-passkey", (await AgainAsync(flow, owner.CodeOf(secret))).Problem?.Code);
    }

    [Fact]
    public async Task Says_one_factor_of_whoever_has_no_more_and_asks_somebody_else_to_sign_in()
    {
        var (_, flow) = await SignedInAsync();
        using var _ = flow;
        var (_, other) = await SignedInAsync();
        using var __ = other;
        Assert.Equal("urn:mpp:1", (await SessionOfAsync(flow, StepUp(flow))).GetClaim("acr").Value);

        var hint = (await flow.TokensAsync()).GetProperty("id_token").GetString()!;
        using var sent = await other.AuthorizeAsync(new(StepUp(other)) { ["id_token_hint"] = hint });
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.StartsWith("/masuk?r=", sent.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> StepUp(Flow flow) => new(flow.Request()) { ["acr_values"] = "urn:mpp:2", ["max_age"] = "900" };

    private async Task<(SignedInOwner Owner, Flow Flow)> SignedInAsync()
    {
        var flow = new Flow(server);
        var citizen = Flow.NewCitizen(SignedInOwner.Password);
        flow.Cookie = (await server.RegisterAsync(citizen)).Cookie;
        return (new SignedInOwner(server, citizen, flow.Cookie), flow);
    }

    private Task<Outcome<SignInStep>> AgainAsync(Flow flow, string code)
    {
        var http = SignedInOwner.With(flow.Cookie!);
        // The session goes on only for the browser that holds it.
        server.Services.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        return server.DoAsync<ConfirmAgain, SignInStep>(new ConfirmAgain(http, code));
    }

    private async Task<JsonWebToken> SessionOfAsync(Flow flow, Dictionary<string, string> request) => await ReadAsync(flow, await flow.CodeAsync(request));

    private static async Task<JsonWebToken> ReadAsync(Flow flow, string code)
    {
        using var answer = await flow.RedeemAsync(code);
        return new JsonWebToken((await Flow.ReadAsync(answer)).GetProperty("id_token").GetString());
    }

    /// <summary>That a browser makes and uses real ones is shown elsewhere; here it only has to be there.</summary>
    private async Task AddPasskeyAsync(SignedInOwner owner, bool signs = false)
    {
        var lookup = await server.Services.GetRequiredService<AccountSeal>().LookupOfNikAsync(owner.Citizen.Nik!, CancellationToken.None);
        await using var db = await server.ContextAsync();
        var account = await db.Accounts.SingleAsync(a => a.NikLookup == lookup);
        if (signs) account.RequireStrongFactor();
        db.UserPasskeys.Add(new IdentityUserPasskey<Guid> { UserId = account.Id, CredentialId = RandomNumberGenerator.GetBytes(16), Data = new IdentityPasskeyData { PublicKey = [1], AttestationObject = [1], ClientDataJson = [1] } });
        await db.SaveChangesAsync();
    }
}
