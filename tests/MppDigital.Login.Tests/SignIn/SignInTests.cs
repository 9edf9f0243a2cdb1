using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Login.Accounts;
using MppDigital.Login.Demo;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Tests.SignIn;

public sealed class SignInTests(LoginServer server) : IClassFixture<LoginServer>
{
    private const string Password = "kuda laut biru 7";

    private static readonly IPAddress Attacker = IPAddress.Parse("198.51.100.7");

    private static readonly IPAddress Home = IPAddress.Parse("203.0.113.9");

    [Fact]
    public async Task Signs_in_by_nik_however_its_digits_are_grouped()
    {
        var nik = await RegisterAsync();

        var step = await TryAsync($" {nik[..4]} {nik[4..]} ", Password);

        Assert.True(step.Succeeded);
        Assert.False(step.Value!.SecondFactorIsDue);
    }

    [Fact]
    public async Task Gives_each_sign_in_a_cookie_of_its_own()
    {
        var nik = await RegisterAsync();

        Assert.NotEqual((await TryAsync(nik, Password)).Value!.Cookie, (await TryAsync(nik, Password)).Value!.Cookie);
    }

    [Fact]
    public async Task Answers_a_wrong_password_and_an_unknown_person_alike()
    {
        var nik = await RegisterAsync();

        var wrong = await TryAsync(nik, "bukan kata sandi");
        var unknown = await TryAsync("1375015203949999", "bukan kata sandi");
        var nothing = await server.DoAsync<SignInWithPassword, SignInStep>(new SignInWithPassword(null, null, null, null));

        Assert.Same(wrong.Problem, unknown.Problem);
        Assert.Same(wrong.Problem, nothing.Problem);
    }

    [Fact]
    public async Task Signs_in_by_phone_number_unless_a_family_shares_it()
    {
        var citizen = Flow.NewCitizen(Password);
        await server.RegisterAsync(citizen);
        Assert.True((await TryAsync($" {citizen.Phone} ", Password)).Succeeded);
        Assert.True((await TryAsync(LoginServer.PhoneOf(citizen), Password)).Succeeded);

        await server.RegisterAsync(Flow.NewCitizen(Password) with { Phone = citizen.Phone, Email = null });

        Assert.Equal("wrong-credentials", (await TryAsync(citizen.Phone!, Password)).Problem?.Code);
        Assert.True((await TryAsync(citizen.Nik!, Password)).Succeeded);
    }

    [Fact]
    public async Task Closes_an_account_for_the_network_that_guesses_and_not_for_its_owner()
    {
        var nik = await RegisterAsync();
        for (var i = 0; i < Lockout.PerNetwork; i++) await TryAsync(nik, "salah terus menerus", Attacker);

        Assert.False((await TryAsync(nik, Password, Attacker)).Succeeded);
        Assert.True((await TryAsync(nik, Password, Home)).Succeeded, "the owner sits elsewhere");

        server.Clock.Advance(Lockout.Window + TimeSpan.FromSeconds(1));
        Assert.True((await TryAsync(nik, Password, Attacker)).Succeeded);
    }

    [Fact]
    public async Task Lets_the_owners_own_browser_in_while_the_whole_world_guesses()
    {
        var nik = await RegisterAsync();
        var known = (await TryAsync(nik, Password, Home)).Value!.DeviceHandle;
        for (var i = 0; i < Lockout.PerAccount; i++) await TryAsync(nik, "salah terus menerus", IPAddress.Parse($"192.0.2.{i}"));

        Assert.False((await TryAsync(nik, Password, Home)).Succeeded, "a new browser has to wait");
        Assert.True((await TryAsync(nik, Password, Home, known)).Succeeded);
        Assert.False((await TryAsync(nik, Password, Home, new string('x', 43))).Succeeded, "an invented device is none");

        for (var i = 0; i < Lockout.PerKnownDevice; i++) await TryAsync(nik, "salah terus menerus", Home, known);
        Assert.False((await TryAsync(nik, Password, Home, known)).Succeeded, "a stolen device has a bound of its own");
    }

    [Fact]
    public async Task Does_not_trust_a_device_of_somebody_else()
    {
        var (mine, theirs) = (await RegisterAsync(), await RegisterAsync());
        var device = (await TryAsync(mine, Password, Home)).Value!.DeviceHandle;
        for (var i = 0; i < Lockout.PerNetwork; i++) await TryAsync(theirs, "salah terus menerus", Attacker, device);

        Assert.False((await TryAsync(theirs, Password, Attacker, device)).Succeeded);
    }

    [Fact]
    public async Task Counts_guesses_that_come_all_at_once()
    {
        var nik = await RegisterAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TryAsync(nik, "salah terus menerus")));

        Assert.False((await TryAsync(nik, Password)).Succeeded);
    }

    [Fact]
    public async Task Stops_one_network_that_guesses_at_many_accounts()
    {
        var nik = await RegisterAsync();
        var address = IPAddress.Parse("2001:db8:1:2::1");
        for (var i = 0; i < 50; i++) await server.DoAsync<SignInWithPassword, SignInStep>(new SignInWithPassword(null, $"nobody{i}", "x", address));

        var neighbour = await server.DoAsync<SignInWithPassword, SignInStep>(new SignInWithPassword(nik, null, Password, IPAddress.Parse("2001:db8:1:2::ffff")));
        var elsewhere = await server.DoAsync<SignInWithPassword, SignInStep>(new SignInWithPassword(nik, null, Password, IPAddress.Parse("2001:db8:1:3::1")));

        Assert.Equal("too-many-tries", neighbour.Problem?.Code);
        Assert.True(elsewhere.Succeeded);
        server.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.True((await server.DoAsync<SignInWithPassword, SignInStep>(new SignInWithPassword(nik, null, Password, address))).Succeeded);
    }

    [Fact]
    public async Task Asks_those_who_sign_for_a_code_and_takes_each_code_once()
    {
        var demo = (await server.DoAsync<SeedDemoAccounts, DemoAccounts>(new SeedDemoAccounts(new Dictionary<string, string>()))).Value!;
        var head = demo.Staff.First(s => s.UserName == "kepala.bukittinggi");
        var code = await CodeOfAsync(head.UserName);

        var first = (await server.DoAsync<SignInWithPassword, SignInStep>(new SignInWithPassword(null, head.UserName, demo.Password, null))).Value!;
        Assert.True(first.SecondFactorIsDue);
        Assert.Null(await WhoAsync(first.Cookie));
        Assert.Equal("wrong-code", (await ConfirmAsync(first.Cookie, code == "000000" ? "000001" : "000000")).Problem?.Code);
        var confirmed = await ConfirmAsync(first.Cookie, code);
        Assert.NotEqual(first.Cookie, confirmed.Value!.Cookie);
        Assert.Equal(head.Name, await WhoAsync(confirmed.Value.Cookie));

        var second = (await server.DoAsync<SignInWithPassword, SignInStep>(new SignInWithPassword(null, head.UserName, demo.Password, null))).Value!;
        Assert.Equal("wrong-code", (await ConfirmAsync(second.Cookie, code)).Problem?.Code);
        Assert.Equal("sign-in-expired", (await ConfirmAsync(first.Cookie, code)).Problem?.Code);
    }

    private async Task<string> RegisterAsync()
    {
        var citizen = Flow.NewCitizen(Password);
        await server.RegisterAsync(citizen);
        return citizen.Nik!;
    }

    private Task<Outcome<SignInStep>> TryAsync(string nik, string password, IPAddress? address = null, string? device = null) =>
        server.DoAsync<SignInWithPassword, SignInStep>(new SignInWithPassword(nik, null, password, address) { DeviceHandle = device });

    private async Task<string> CodeOfAsync(string userName)
    {
        await using var db = await server.ContextAsync();
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.UserName == userName);
        var secret = await server.Services.GetRequiredService<AccountSeal>().OpenSecretAsync(account.TotpSealed!, CancellationToken.None);
        return Totp.CodeAt(secret, Totp.StepAt(server.Clock.GetUtcNow()));
    }

    private Task<Outcome<SignInStep>> ConfirmAsync(string cookie, string code) =>
        server.DoAsync<ConfirmSecondFactor, SignInStep>(new ConfirmSecondFactor(With(cookie), code));

    private async Task<string?> WhoAsync(string cookie) =>
        (await server.DoAsync<DescribeSignIn, SignInView>(new DescribeSignIn(With(cookie), null))).Value!.SignedInName;

    private static DefaultHttpContext With(string cookie)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = $"mpp-login={cookie}";
        return http;
    }
}
