using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Demo;
using MppDigital.Login.MyAccount;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Tests.MyAccount;

/// <summary>Codes of an authenticator app, and recovery codes.</summary>
public sealed class MyFactorsTests(LoginServer server) : IClassFixture<LoginServer>
{
    [Fact]
    public async Task Asks_for_a_code_at_each_sign_in_once_the_app_has_shown_one()
    {
        var owner = await SignedInOwner.RegisterAsync(server);
        var (secret, _) = await owner.TurnOnTotpAsync();
        server.Clock.Advance(TimeSpan.FromMinutes(1));

        var step = (await owner.SignInAsync()).Value!;

        Assert.True(step.SecondFactorIsDue);
        Assert.True((await ConfirmAsync(step.Cookie, owner.CodeOf(secret))).Succeeded);
        Assert.True((await owner.LookAsync())!.HasTotp);
        Assert.Equal("totp-is-on", (await server.DoAsync<TurnOnTotp, NewRecoveryCodes>(new TurnOnTotp(owner.Http, null, null, null))).Problem?.Code);
    }

    [Fact]
    public async Task Takes_neither_a_wrong_code_nor_the_secret_offered_to_somebody_else()
    {
        var (owner, other) = (await SignedInOwner.RegisterAsync(server), await SignedInOwner.RegisterAsync(server));
        var theirs = (await server.DoAsync<OfferTotp, TotpOffer>(new OfferTotp(other.Http, null))).Value!;
        var mine = (await server.DoAsync<OfferTotp, TotpOffer>(new OfferTotp(owner.Http, null))).Value!;
        var code = owner.CodeOf(SignedInOwner.Decode(theirs.Secret));

        Assert.Equal("sign-in-expired", (await OnAsync(owner, theirs.Sealed, code)).Problem?.Code);
        Assert.Contains("/code", (await OnAsync(owner, mine.Sealed, code == "000000" ? "000001" : "000000")).Problem!.Errors.Keys);
        Assert.Equal(mine, (await server.DoAsync<OfferTotp, TotpOffer>(new OfferTotp(owner.Http, mine.Sealed))).Value);
        Assert.DoesNotContain(owner.Citizen.Nik!, mine.Address, StringComparison.Ordinal);
        Assert.False((await owner.LookAsync())!.HasTotp);
    }

    [Fact]
    public async Task Lets_each_recovery_code_in_once_however_it_is_typed()
    {
        var owner = await SignedInOwner.RegisterAsync(server);
        var (_, codes) = await owner.TurnOnTotpAsync();
        Assert.Equal(10, codes.Distinct().Count());

        var first = (await owner.SignInAsync()).Value!.Cookie;
        Assert.True((await ConfirmAsync(first, codes[0].ToLowerInvariant().Replace('-', ' '))).Succeeded);
        var second = (await owner.SignInAsync()).Value!.Cookie;
        Assert.Equal("wrong-code", (await ConfirmAsync(second, codes[0])).Problem?.Code);

        Assert.Equal(9, (await owner.LookAsync())!.RecoveryCodes);
        Assert.Contains("kode cadangan", server.Messages.To(LoginServer.PhoneOf(owner.Citizen))[^1], StringComparison.Ordinal);
        await using var db = await server.ContextAsync();
        Assert.DoesNotContain(await db.RecoveryCodes.Select(c => c.CodeHash).ToListAsync(), h => codes.Contains(h));
    }

    [Fact]
    public async Task Turns_off_only_with_password_and_code_and_then_drops_the_recovery_codes()
    {
        var owner = await SignedInOwner.RegisterAsync(server);
        var (_, codes) = await owner.TurnOnTotpAsync();

        Assert.Contains("/password", (await OffAsync(owner, "bukan sandi saya", codes[0])).Problem!.Errors.Keys);
        Assert.Contains("/code", (await OffAsync(owner, SignedInOwner.Password, "000000")).Problem!.Errors.Keys);
        Assert.True((await OffAsync(owner, SignedInOwner.Password, codes[0])).Succeeded);

        Assert.Equal((false, 0), ((await owner.LookAsync())!.HasTotp, (await owner.LookAsync())!.RecoveryCodes));
        Assert.False((await owner.SignInAsync()).Value!.SecondFactorIsDue);
    }

    [Fact]
    public async Task Makes_new_recovery_codes_in_the_place_of_the_old_ones()
    {
        var owner = await SignedInOwner.RegisterAsync(server);
        var (secret, old) = await owner.TurnOnTotpAsync();
        server.Clock.Advance(TimeSpan.FromMinutes(1));

        var renewed = (await server.DoAsync<RenewRecoveryCodes, NewRecoveryCodes>(new RenewRecoveryCodes(owner.Http, owner.CodeOf(secret)))).Value!;

        var cookie = (await owner.SignInAsync()).Value!.Cookie;
        Assert.Equal("wrong-code", (await ConfirmAsync(cookie, old[0])).Problem?.Code);
        Assert.True((await ConfirmAsync(cookie, renewed.Codes[9])).Succeeded);
    }

    [Fact]
    public async Task Stops_guessing_at_codes_by_whoever_has_the_password()
    {
        var owner = await SignedInOwner.RegisterAsync(server);
        var (secret, _) = await owner.TurnOnTotpAsync();
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        var cookie = (await owner.SignInAsync()).Value!.Cookie;
        for (var i = 0; i < 5; i++) await ConfirmAsync(cookie, "abc");

        Assert.Equal("sign-in-expired", (await ConfirmAsync(cookie, owner.CodeOf(secret))).Problem?.Code);
    }

    [Fact]
    public async Task Does_not_let_those_who_sign_go_without_a_second_factor()
    {
        var demo = (await server.DoAsync<SeedDemoAccounts, DemoAccounts>(new SeedDemoAccounts(new Dictionary<string, string>()))).Value!;
        var head = demo.Staff.First(s => s.UserName == "kepala.padang");
        var pending = (await server.DoAsync<SignInWithPassword, SignInStep>(new SignInWithPassword(null, head.UserName, demo.Password, null))).Value!.Cookie;
        var code = Totp.CodeAt(SignedInOwner.Decode(head.Totp!), Totp.StepAt(server.Clock.GetUtcNow()));
        var cookie = (await ConfirmAsync(pending, code)).Value!.Cookie;

        var off = await server.DoAsync<TurnOffTotp, Done>(new TurnOffTotp(SignedInOwner.With(cookie), demo.Password, code));

        Assert.Equal("strong-factor-needed", off.Problem?.Code);
    }

    private Task<Outcome<SignInStep>> ConfirmAsync(string cookie, string code) => server.DoAsync<ConfirmSecondFactor, SignInStep>(new ConfirmSecondFactor(SignedInOwner.With(cookie), code));

    private Task<Outcome<NewRecoveryCodes>> OnAsync(SignedInOwner owner, string offer, string code) =>
        server.DoAsync<TurnOnTotp, NewRecoveryCodes>(new TurnOnTotp(owner.Http, offer, code, SignedInOwner.Password));

    private Task<Outcome<Done>> OffAsync(SignedInOwner owner, string password, string code) => server.DoAsync<TurnOffTotp, Done>(new TurnOffTotp(owner.Http, password, code));
}
