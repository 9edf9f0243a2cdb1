using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.MyAccount;
using MppDigital.Login.SignIn;
using MppDigital.Login.Staff;
using MppDigital.Login.Tests.MyAccount;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Tests.Staff;

/// <summary>From the code of an invitation to an account with a second factor.</summary>
public sealed class InvitationTests(LoginServer server) : IClassFixture<LoginServer>
{
    private const string Password = "kopi tubruk di Jam Gadang";

    private static int people;

    [Fact]
    public async Task Makes_one_account_which_accepts_once_it_has_a_second_factor()
    {
        var code = (await OpenAsync()).Code!;
        Assert.Equal(InvitationStep.Account, (await DescribeAsync(new DefaultHttpContext(), code)).Value!.Step);
        var userName = NewName();

        var made = await MakeAsync(code, userName);

        Assert.True(made.Succeeded, made.Problem?.Code);
        var http = SignedInOwner.With(made.Value.Cookie);
        Assert.Equal("invitation-wrong", (await MakeAsync(code, NewName())).Problem?.Code);
        Assert.Equal(InvitationStep.SecondFactor, (await DescribeAsync(http, code)).Value!.Step);
        Assert.Equal("strong-factor-needed", (await AcceptAsync(http, code)).Problem?.Code);
        await TurnOnTotpAsync(http);
        Assert.Equal(InvitationStep.Accept, (await DescribeAsync(http, code.ToLowerInvariant())).Value!.Step);
        var accepted = (await AcceptAsync(http, code)).Value!;
        // Its regency may have failed to answer: the same person may come again, and nobody else.
        Assert.Equal(accepted, (await AcceptAsync(http, code)).Value);
        Assert.Equal("invitation-wrong", (await AcceptAsync(SignedInOwner.With(await StaffAsync()), code)).Problem?.Code);
        Assert.Equal("1375", accepted.RegencyCode);
        var view = (await server.DoAsync<DescribeStaff, StaffAccounts>(new DescribeStaff([accepted.Sub]))).Value!.ById[accepted.Sub];
        Assert.Equal((userName, true, false), (view.UserName, view.HasCodeApp, view.HasPasskey));
    }

    [Fact]
    public async Task Of_ten_who_send_one_code_at_once_one_gets_an_account()
    {
        var code = (await OpenAsync()).Code!;

        var made = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => MakeAsync(code, NewName())));

        Assert.Single(made, m => m.Succeeded);
        Assert.All(made.Where(m => !m.Succeeded), m => Assert.Equal("invitation-wrong", m.Problem?.Code));
    }

    [Fact]
    public async Task Sends_the_code_to_the_address_and_shows_it_to_nobody_and_keeps_it_nowhere()
    {
        var opened = await OpenAsync("rina@petugas.example");

        Assert.Null(opened.Code);
        var text = server.Messages.To("rina@petugas.example")[^1];
        Assert.Contains("Kota Bukittinggi", text, StringComparison.Ordinal);
        Assert.DoesNotContain("http", text, StringComparison.Ordinal);
        var code = System.Text.RegularExpressions.Regex.Match(text, "[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}").Value;
        Assert.Equal("Rina Putri", (await DescribeAsync(new DefaultHttpContext(), code)).Value!.Name);
        await using var db = await server.ContextAsync();
        var rows = await db.StaffInvitations.AsNoTracking().ToListAsync();
        Assert.DoesNotContain(rows, r => r.CodeHash.Contains(code.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal) || System.Text.Encoding.UTF8.GetString(r.Sealed).Contains("Rina", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_code_ends_the_old_one_and_two_weeks_or_a_withdrawal_end_both()
    {
        var id = Guid.NewGuid();
        var (first, second) = ((await OpenAsync(id: id)).Code!, (await OpenAsync(id: id)).Code!);
        Assert.Equal("invitation-wrong", (await DescribeAsync(new DefaultHttpContext(), first)).Problem?.Code);
        Assert.True((await DescribeAsync(new DefaultHttpContext(), second)).Succeeded);

        await server.DoAsync<CloseInvitation, Done>(new CloseInvitation(id));
        Assert.Equal("invitation-wrong", (await DescribeAsync(new DefaultHttpContext(), second)).Problem?.Code);
        var third = (await OpenAsync()).Code!;
        server.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal("invitation-wrong", (await MakeAsync(third, NewName())).Problem?.Code);
    }

    [Fact]
    public async Task A_role_that_signs_makes_the_account_a_strong_one_that_is_asked_for_a_passkey()
    {
        var (cookie, userName, secret) = await AcceptedAsync(signs: true);
        server.Clock.Advance(TimeSpan.FromMinutes(1));

        var step = (await server.DoAsync<SignInWithPassword, SignInStep>(new SignInWithPassword(null, userName, Password, null))).Value!;
        Assert.True(step.SecondFactorIsDue);
        var confirmed = await server.DoAsync<ConfirmSecondFactor, SignInStep>(new ConfirmSecondFactor(SignedInOwner.With(step.Cookie), Totp.CodeAt(secret, Totp.StepAt(server.Clock.GetUtcNow()))));

        Assert.True(confirmed.Value!.PasskeyIsAsked);
        Assert.True((await server.DoAsync<DescribeMyAccount, MyAccountView>(new DescribeMyAccount(SignedInOwner.With(cookie)))).Value!.NeedsStrongFactor);
    }

    [Fact]
    public async Task Names_what_is_wrong_and_takes_no_citizen()
    {
        var code = (await OpenAsync()).Code!;
        Assert.Equal(["/password", "/username"], (await server.DoAsync<CreateStaffAccount, SignInStep>(new CreateStaffAccount(new DefaultHttpContext(), code, "1375", "kata"))).Problem!.Errors.Keys.Order(StringComparer.Ordinal));
        var taken = NewName();
        Assert.True((await MakeAsync((await OpenAsync()).Code!, taken)).Succeeded);
        Assert.Equal(["/username"], (await MakeAsync(code, taken.ToUpperInvariant())).Problem!.Errors.Keys);
        var citizen = await SignedInOwner.RegisterAsync(server);
        Assert.Equal(InvitationStep.AnotherAccount, (await DescribeAsync(citizen.Http, code)).Value!.Step);
        Assert.Equal("invitation-wrong", (await AcceptAsync(citizen.Http, code)).Problem?.Code);
        Assert.Equal("sign-in-expired", (await AcceptAsync(new DefaultHttpContext(), code)).Problem?.Code);
        Assert.NotNull(OpenInvitation.FaultOf("rina di kantor"));
        Assert.Null(OpenInvitation.FaultOf(""));
    }

    [Fact]
    public async Task Ends_every_session_of_somebody_who_lost_a_role()
    {
        var (cookie, userName, _) = await AcceptedAsync(signs: false);
        var http = SignedInOwner.With(cookie);
        await using var db = await server.ContextAsync();
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.UserName == userName);
        var session = await db.Sessions.AsNoTracking().SingleAsync(s => s.AccountId == account.Id && s.EndedAt == null);

        await server.DoAsync<EndStaffSessions, Done>(new EndStaffSessions(account.Sub, "admin-sub", "1375"));

        Assert.False((await server.DoAsync<DescribeMyAccount, MyAccountView>(new DescribeMyAccount(http))).Succeeded);
        // Tokens of programs that the session never led through our hosts are refused, too.
        Assert.True(((Sessions.EndedSessions)server.Services.GetService(typeof(Sessions.EndedSessions))!).Contains(session.Sid));
        Assert.Contains(await db.AccountEvents.Where(e => e.AccountId == account.Id).Select(e => new { e.Kind, e.ActorSub }).ToListAsync(), e => e is { Kind: "role-removed", ActorSub: "admin-sub" });
    }

    private async Task<InvitationCode> OpenAsync(string? email = null, Guid? id = null, bool signs = false) =>
        (await server.DoAsync<OpenInvitation, InvitationCode>(new OpenInvitation(id ?? Guid.NewGuid(), "1375", "Kota Bukittinggi", "Rina Putri", email, signs))).Value!;

    private Task<Outcome<InvitationView>> DescribeAsync(HttpContext http, string code) => server.DoAsync<DescribeInvitation, InvitationView>(new DescribeInvitation(http, code));

    private Task<Outcome<SignInStep>> MakeAsync(string code, string userName) => server.DoAsync<CreateStaffAccount, SignInStep>(new CreateStaffAccount(new DefaultHttpContext(), code, userName, Password));

    private Task<Outcome<AcceptedInvitation>> AcceptAsync(HttpContext http, string code) => server.DoAsync<AcceptInvitation, AcceptedInvitation>(new AcceptInvitation(http, code));

    private async Task<byte[]> TurnOnTotpAsync(HttpContext http)
    {
        var offer = (await server.DoAsync<OfferTotp, TotpOffer>(new OfferTotp(http, null))).Value!;
        var secret = SignedInOwner.Decode(offer.Secret);
        var on = await server.DoAsync<TurnOnTotp, NewRecoveryCodes>(new TurnOnTotp(http, offer.Sealed, Totp.CodeAt(secret, Totp.StepAt(server.Clock.GetUtcNow())), Password));
        Assert.True(on.Succeeded, on.Problem?.Code);
        return secret;
    }

    private async Task<string> StaffAsync() => (await MakeAsync((await OpenAsync()).Code!, NewName())).Value!.Cookie;

    private async Task<(string Cookie, string UserName, byte[] Secret)> AcceptedAsync(bool signs)
    {
        var (code, userName) = ((await OpenAsync(signs: signs)).Code!, NewName());
        var cookie = (await MakeAsync(code, userName)).Value!.Cookie;
        var secret = await TurnOnTotpAsync(SignedInOwner.With(cookie));
        Assert.True((await AcceptAsync(SignedInOwner.With(cookie), code)).Succeeded);
        return (cookie, userName, secret);
    }

    private static string NewName() => $"rina.putri{Interlocked.Increment(ref people)}";
}
