using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.MyAccount;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Tests.MyAccount;

public sealed class MyAccountTests(LoginServer server) : IClassFixture<LoginServer>
{
    [Fact]
    public async Task Shows_the_owner_everything_and_a_stranger_nothing()
    {
        var owner = await SignedInOwner.RegisterAsync(server);

        var view = (await owner.LookAsync())!;

        Assert.Equal((owner.Citizen.Nik, LoginServer.PhoneOf(owner.Citizen), true), (view.Nik, view.Phone, view.IsOpen));
        Assert.Equal("Chrome, Android", Assert.Single(view.Sessions).Device);
        Assert.Equal("registered", Assert.Single(view.History).Kind);
        Assert.Equal("sign-in-expired", (await server.DoAsync<DescribeMyAccount, MyAccountView>(new DescribeMyAccount(SignedInOwner.With(new string('x', 43))))).Problem?.Code);
    }

    [Fact]
    public async Task Signs_out_one_other_browser_or_all_of_them_and_never_somebody_elses()
    {
        var (owner, other) = (await SignedInOwner.RegisterAsync(server), await SignedInOwner.RegisterAsync(server));
        await owner.SignInAsync();
        await owner.SignInAsync();
        var foreign = (await other.LookAsync())!.Sessions[0].Id;
        Assert.Equal(0, (await EndAsync(owner, foreign)).Value!.Count);
        Assert.NotNull(await other.LookAsync());

        var away = (await owner.LookAsync())!.Sessions.First(s => !s.IsThis).Id;
        Assert.Equal(1, (await EndAsync(owner, away)).Value!.Count);
        Assert.Equal(2, (await owner.LookAsync())!.Sessions.Count);
        Assert.Equal(1, (await EndAsync(owner, null)).Value!.Count);

        Assert.True(Assert.Single((await owner.LookAsync())!.Sessions).IsThis);
    }

    [Fact]
    public async Task Changes_the_password_with_the_present_one_and_signs_other_browsers_out()
    {
        var owner = await SignedInOwner.RegisterAsync(server);
        var elsewhere = (await owner.SignInAsync()).Value!.Cookie;

        Assert.Contains("/current", (await ChangeAsync(owner, "bukan sandi saya", "jeruk nipis madu")).Problem!.Errors.Keys);
        Assert.Contains("/password", (await ChangeAsync(owner, SignedInOwner.Password, "Password123")).Problem!.Errors.Keys);
        Assert.True((await ChangeAsync(owner, SignedInOwner.Password, "jeruk nipis madu")).Succeeded);

        Assert.NotNull(await owner.LookAsync());
        Assert.False((await server.DoAsync<DescribeMyAccount, MyAccountView>(new DescribeMyAccount(SignedInOwner.With(elsewhere)))).Succeeded);
        Assert.False((await owner.SignInAsync()).Succeeded);
        Assert.True((await owner.SignInAsync("jeruk nipis madu")).Succeeded);
        Assert.Contains("baru saja diganti", server.Messages.To(LoginServer.PhoneOf(owner.Citizen))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_let_a_borrowed_phone_guess_the_password()
    {
        var owner = await SignedInOwner.RegisterAsync(server);
        for (var i = 0; i < 5; i++) await ChangeAsync(owner, "bukan sandi saya", "jeruk nipis madu");

        Assert.Equal("too-many-tries-here", (await ChangeAsync(owner, SignedInOwner.Password, "jeruk nipis madu")).Problem?.Code);
    }

    [Fact]
    public async Task Changes_phone_and_address_once_the_codes_sent_to_the_new_ones_are_typed()
    {
        var owner = await SignedInOwner.RegisterAsync(server);
        var begun = await server.DoAsync<BeginContactChange, ContactChangeBegun>(new BeginContactChange(owner.Http, "0813 5555 6666", "baru@contoh.id", SignedInOwner.Password));
        Assert.True(begun.Succeeded, begun.Problem?.Code);
        Assert.Equal(LoginServer.PhoneOf(owner.Citizen), (await owner.LookAsync())!.Phone);
        var (phone, email) = (server.Messages.CodeTo("+6281355556666"), server.Messages.CodeTo("baru@contoh.id"));

        var stranger = await SignedInOwner.RegisterAsync(server);
        var confirmed = await server.DoAsync<ConfirmContactChange, Done>(new ConfirmContactChange(owner.Http, begun.Value.Handle, phone, email));

        Assert.True(confirmed.Succeeded, confirmed.Problem?.Code);
        Assert.Equal(("+6281355556666", "baru@contoh.id"), ((await owner.LookAsync())!.Phone, (await owner.LookAsync())!.Email));
        Assert.Contains("baru saja diganti", server.Messages.To(LoginServer.PhoneOf(owner.Citizen))[^1], StringComparison.Ordinal);
        Assert.True((await server.DoAsync<SignInWithPassword, SignInStep>(new SignInWithPassword("081355556666", null, SignedInOwner.Password, null))).Succeeded);
        Assert.NotEqual("+6281355556666", (await stranger.LookAsync())!.Phone);
    }

    [Fact]
    public async Task Does_not_bind_a_strangers_browser_to_codes_of_somebody_else()
    {
        var (owner, stranger) = (await SignedInOwner.RegisterAsync(server), await SignedInOwner.RegisterAsync(server));
        var begun = (await server.DoAsync<BeginContactChange, ContactChangeBegun>(new BeginContactChange(owner.Http, "0813 7777 8888", "", SignedInOwner.Password))).Value!;

        var stolen = await server.DoAsync<ConfirmContactChange, Done>(new ConfirmContactChange(stranger.Http, begun.Handle, server.Messages.CodeTo("+6281377778888"), null));

        Assert.Equal("codes-over", stolen.Problem?.Code);
        Assert.NotEqual("+6281377778888", (await stranger.LookAsync())!.Phone);
    }

    [Fact]
    public async Task Closes_the_account_erases_what_it_held_and_frees_the_nik()
    {
        var owner = await SignedInOwner.RegisterAsync(server);
        Assert.Contains("/password", (await CloseAsync(owner, "bukan sandi saya")).Problem!.Errors.Keys);
        Assert.True((await CloseAsync(owner, SignedInOwner.Password)).Succeeded);

        Assert.Null(await owner.LookAsync());
        Assert.False((await owner.SignInAsync()).Succeeded);
        await using (var db = await server.ContextAsync())
        {
            var closed = await db.Accounts.OrderByDescending(a => a.CreatedAt).FirstAsync(a => a.Standing == AccountStanding.Closed);
            Assert.Equal((null, null, null), (closed.NikLookup, closed.PhoneLookup, closed.PasswordHash));
        }

        await server.RegisterAsync(owner.Citizen);
    }

    [Fact]
    public async Task Takes_a_request_to_correct_the_nik_once_and_changes_nothing_by_itself()
    {
        var owner = await SignedInOwner.RegisterAsync(server);
        Assert.Equal(["/nik", "/reason"], (await AskAsync(owner, "123", "x")).Problem!.Errors.Keys.Order());

        Assert.True((await AskAsync(owner, "1375015203940001", "Salah ketik saat mendaftar.")).Succeeded);

        Assert.Equal("already-asked", (await AskAsync(owner, "1375015203940001", "Salah ketik saat mendaftar.")).Problem?.Code);
        Assert.Equal(owner.Citizen.Nik, (await owner.LookAsync())!.Nik);
    }

    private Task<Outcome<EndedCount>> EndAsync(SignedInOwner owner, Guid? session) => server.DoAsync<EndMySessions, EndedCount>(new EndMySessions(owner.Http, session));

    private Task<Outcome<Done>> ChangeAsync(SignedInOwner owner, string current, string next) => server.DoAsync<ChangeMyPassword, Done>(new ChangeMyPassword(owner.Http, current, next));

    private Task<Outcome<Done>> CloseAsync(SignedInOwner owner, string password) => server.DoAsync<CloseMyAccount, Done>(new CloseMyAccount(owner.Http, password));

    private Task<Outcome<Done>> AskAsync(SignedInOwner owner, string nik, string reason) => server.DoAsync<AskNikCorrection, Done>(new AskNikCorrection(owner.Http, nik, reason));
}
