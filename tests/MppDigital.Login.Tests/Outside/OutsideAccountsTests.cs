using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using MppDigital.Login.Accounts;
using MppDigital.Login.Outside;
using MppDigital.Login.Sessions;
using MppDigital.Login.SignIn;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Tests.Outside;

/// <summary>Which account somebody gets whom another provider vouches for, while the civil register does not answer. The rest is tried through a real provider in <c>tests/OidcProvider</c>.</summary>
public sealed class OutsideAccountsTests(LoginServer server) : IClassFixture<LoginServer>
{
    [Fact]
    public async Task Makes_an_account_although_the_register_is_silent_and_does_not_doubt_it_later()
    {
        var citizen = Flow.NewCitizen();

        var made = (await FindOrMakeAsync(citizen, face: true)).Value!;
        await using (var scope = server.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetServices<IJobHandler>().Single(h => h.Kind == LoginServices.CareJob).RunAsync("", CancellationToken.None);
        }

        var (account, events) = await ReadAsync(made.Account.Id);
        Assert.Equal((ProofOfPerson.Outside, AccountStanding.Active), (account.Proof, account.Standing));
        Assert.Null(account.PasswordHash);
        Assert.Equal(["registered-outside"], events);
    }

    [Fact]
    public async Task Takes_the_place_of_an_account_that_nobody_confirmed()
    {
        var citizen = Flow.NewCitizen();
        var unproven = await server.RegisterAsync(citizen);
        Assert.True(unproven.IsOpen);

        var made = (await FindOrMakeAsync(citizen, face: true)).Value!;

        Assert.NotEqual(unproven.Sub, made.Account.Sub);
        await using var db = await server.ContextAsync();
        Assert.Equal(AccountStanding.Closed, (await db.Accounts.SingleAsync(a => a.Sub == unproven.Sub)).Standing);
    }

    [Fact]
    public async Task Confirms_that_account_instead_for_its_owner_who_is_signed_in_here()
    {
        var citizen = Flow.NewCitizen();
        var own = await server.RegisterAsync(citizen);

        var found = (await FindOrMakeAsync(citizen, face: true, await SessionAsync(own.Sub))).Value!;

        Assert.Equal(own.Sub, found.Account.Sub);
        Assert.Equal(ProofOfPerson.Outside, (await ReadAsync(found.Account.Id)).Account.Proof);
    }

    /// <summary>A session of this morning says nothing of who sits there now.</summary>
    [Fact]
    public async Task Does_not_bind_by_a_session_that_is_older_than_a_quarter_of_an_hour()
    {
        var citizen = Flow.NewCitizen();
        var own = await server.RegisterAsync(citizen);
        server.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal("outside-prove-here", (await FindOrMakeAsync(citizen, face: false, await SessionAsync(own.Sub))).Problem?.Code);
    }

    [Fact]
    public async Task Gives_an_outside_person_free_with_the_account_that_is_closed()
    {
        var citizen = Flow.NewCitizen();
        var first = (await FindOrMakeAsync(citizen, face: true)).Value!;
        await using (var db = await server.ContextAsync())
        {
            var account = await db.Accounts.SingleAsync(a => a.Id == first.Account.Id);
            account.Close([]);
            await db.SaveChangesAsync();
        }

        var second = (await FindOrMakeAsync(citizen, face: true)).Value!;

        Assert.NotEqual(first.Account.Sub, second.Account.Sub);
        Assert.Equal(second.Account.Sub, (await FindOrMakeAsync(citizen, face: true)).Value!.Account.Sub);
    }

    [Fact]
    public async Task Makes_one_account_for_two_answers_at_once()
    {
        var citizen = Flow.NewCitizen();

        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => FindOrMakeAsync(citizen, face: true)));

        Assert.Contains(both, b => b.Succeeded);
        Assert.All(both.Where(b => !b.Succeeded), b => Assert.Equal("outside-expired", b.Problem!.Code));
        Assert.Single(both.Where(b => b.Succeeded).Select(b => b.Value!.Account.Sub).Distinct());
    }

    [Fact]
    public async Task Binds_an_account_once_for_two_answers_at_once()
    {
        var citizen = Flow.NewCitizen();
        var own = await server.RegisterAsync(citizen);
        var here = await SessionAsync(own.Sub);

        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => FindOrMakeAsync(citizen, face: true, here)));

        Assert.All(both, b => Assert.Equal(own.Sub, b.Value!.Account.Sub));
        await using var db = await server.ContextAsync();
        Assert.Equal(1, await db.UserLogins.CountAsync(l => l.UserId == both[0].Value!.Account.Id));
    }

    private Task<Outcome<OutsideAccount>> FindOrMakeAsync(RegisterAccount citizen, bool face, Session? here = null)
    {
        var claims = JsonSerializer.Serialize(new { sub = $"outside {citizen.Nik}", nik = citizen.Nik, name = citizen.Name, birthdate = $"{citizen.BirthDate:yyyy-MM-dd}" });
        var person = OutsidePerson.From(new JsonWebToken("""{"alg":"none"}""", claims), default, face, "nik");
        return server.Services.GetRequiredService<OutsideAccounts>().FindOrMakeAsync(person, here, CancellationToken.None);
    }

    private async Task<Session> SessionAsync(string sub)
    {
        await using var db = await server.ContextAsync();
        return await db.Sessions.AsNoTracking().SingleAsync(s => s.Account!.Sub == sub);
    }

    private async Task<(Account Account, IReadOnlyList<string> Events)> ReadAsync(Guid id)
    {
        await using var db = await server.ContextAsync();
        return (await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == id), await db.AccountEvents.Where(e => e.AccountId == id).Select(e => e.Kind).ToListAsync());
    }
}
