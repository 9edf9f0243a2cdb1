using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors.Dukcapil.Simulator;
using MppDigital.Login.SignIn;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Testing;

namespace MppDigital.Login.Tests.SignIn;

/// <summary>
/// How long an answer takes must not tell who has an account. Time itself is measured in the benchmarks (row <c>login</c>); here the work
/// is counted: every statement that goes to the database, in order, and every password hash.
/// </summary>
public sealed class SameWorkTests : IAsyncLifetime
{
    private static int positions = 150;

    private readonly WorkCounter work = new();

    private DukcapilSimulator register = null!;

    private LoginServer server = null!;

    public async Task InitializeAsync()
    {
        register = await DukcapilSimulator.StartAsync(0, new FakeClock(), CancellationToken.None);
        server = new LoginServer(register.Address) { Change = work.CountHashes };
        await server.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await register.DisposeAsync();
        work.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_wrong_password_costs_the_same_whoever_is_meant(bool byPhone)
    {
        var owner = await OwnerAsync();
        var stranger = Somebody();
        Task<Outcome<SignInStep>> Try(RegisterAccount who) => TryAsync(byPhone ? who.Phone : who.Nik, "bukan ini sandinya");

        await Try(Somebody());
        var known = await work.OfAsync(() => Try(owner));
        var unknown = await work.OfAsync(() => Try(stranger));

        Assert.Equal(1, known.Count(w => w == WorkCounter.Hash));
        Assert.Equal(known, unknown);
    }

    /// <summary>The first unknown name after a start must not pay for the hash that stands in for the missing one.</summary>
    [Fact]
    public async Task Costs_the_same_from_the_first_try_on()
    {
        var owner = await OwnerAsync();
        var known = await work.OfAsync(() => TryAsync(owner.Nik, "bukan ini sandinya"));
        await server.DisposeAsync();
        server = new LoginServer(register.Address) { Change = work.CountHashes };
        await server.InitializeAsync();
        await OwnerAsync();
        var unknown = await work.OfAsync(() => TryAsync(Somebody().Nik, "bukan ini sandinya"));

        Assert.Equal(known, unknown);
    }

    [Fact]
    public async Task A_closed_account_answers_and_costs_as_an_open_one_and_as_none()
    {
        var owner = await OwnerAsync();
        var stranger = Somebody();
        for (var i = 0; i < Lockout.PerNetwork; i++)
        {
            await TryAsync(owner.Nik, "bukan ini sandinya");
            await TryAsync(stranger.Nik, "bukan ini sandinya");
        }

        Outcome<SignInStep> right = default, wrong = default, nobody = default;
        var closedRight = await work.OfAsync(async () => right = await TryAsync(owner.Nik, owner.Password!));
        var closedWrong = await work.OfAsync(async () => wrong = await TryAsync(owner.Nik, "bukan ini sandinya"));
        var closedNobody = await work.OfAsync(async () => nobody = await TryAsync(stranger.Nik, owner.Password!));

        Assert.Equal("wrong-credentials", right.Problem?.Code);
        Assert.Equal(right.Problem, wrong.Problem);
        Assert.Equal(right.Problem, nobody.Problem);
        Assert.Equal(1, closedRight.Count(w => w == WorkCounter.Hash));
        Assert.Equal(closedRight, closedWrong);
        Assert.Equal(closedRight, closedNobody);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_forgotten_password_costs_the_same_whoever_asks(bool byPhone)
    {
        var owner = await OwnerAsync();
        var stranger = Somebody();
        Task<Outcome<ResetBegun>> Begin(RegisterAccount who) => server.DoAsync<BeginPasswordReset, ResetBegun>(new BeginPasswordReset(byPhone ? who.Phone : who.Nik, null));

        var known = await work.OfAsync(() => Begin(owner));
        var unknown = await work.OfAsync(() => Begin(stranger));

        Assert.NotEmpty(known);
        Assert.Equal(known, unknown);
    }

    /// <summary>Once: the owner is told. Twice within the hour: nobody is told any more.</summary>
    [Fact]
    public async Task A_registration_costs_the_same_whether_or_not_the_nik_has_an_account()
    {
        var owner = await OwnerAsync();
        var stranger = Somebody();
        var again = owner with { Phone = "0813 9999 0001", Email = "lain@contoh.id" };

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var known = await work.OfAsync(() => BeginAsync(again));
            var unknown = await work.OfAsync(() => BeginAsync(stranger));

            Assert.Equal(1, known.Count(w => w == WorkCounter.Hash));
            Assert.Equal(known, unknown);
        }
    }

    [Fact]
    public async Task Nobody_waits_for_the_gateway()
    {
        var owner = await OwnerAsync();
        server.Messages.Holds = true;

        var begun = await server.DoAsync<BeginPasswordReset, ResetBegun>(new BeginPasswordReset(owner.Nik, null)).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.True(begun.Succeeded);
        server.Messages.Holds = false;
    }

    [Fact]
    public async Task A_gateway_that_is_away_is_said_to_everybody_alike()
    {
        var owner = await OwnerAsync();
        var stranger = Somebody();
        server.Messages.IsAway = true;

        foreach (var who in new[] { owner, stranger })
        {
            Assert.Equal("messages-away", (await server.DoAsync<BeginPasswordReset, ResetBegun>(new BeginPasswordReset(who.Nik, null))).Problem?.Code);
            Assert.Equal("messages-away", (await BeginAsync(who)).Problem?.Code);
        }
    }

    [Fact]
    public async Task A_message_that_was_lost_makes_the_next_ones_wait_for_everybody_alike()
    {
        var owner = await OwnerAsync();
        server.Messages.Loses = true;
        Assert.True((await BeginAsync(Somebody())).Succeeded);

        foreach (var who in new[] { owner, Somebody() })
        {
            Assert.Equal("messages-away", (await server.DoAsync<BeginPasswordReset, ResetBegun>(new BeginPasswordReset(who.Nik, null))).Problem?.Code);
        }

        server.Clock.Advance(TimeSpan.FromMinutes(1.1));
        Assert.True((await server.DoAsync<BeginPasswordReset, ResetBegun>(new BeginPasswordReset(owner.Nik, null))).Succeeded);
    }

    private async Task<RegisterAccount> OwnerAsync()
    {
        var owner = Somebody();
        await server.RegisterAsync(owner);
        // The counters forget the owner's registration: a counter that is there is raised, one that is not is made, which is another statement.
        await using var db = await server.ContextAsync();
        await db.AttemptWindows.ExecuteDeleteAsync();
        return owner;
    }

    /// <summary>Known to the civil register.</summary>
    private static RegisterAccount Somebody()
    {
        var n = Interlocked.Increment(ref positions);
        var person = SyntheticPeople.Find(SyntheticPeople.NikOf("1306", n), new DateOnly(2026, 11, 22))!;
        return new(person.Nik, person.Name, person.BirthDate, person.MotherName, $"0812 7788 {n:0000}", $"warga{n}@contoh.id", "kuda laut biru 7", null);
    }

    private Task<Outcome<SignInStep>> TryAsync(string? who, string password) => server.DoAsync<SignInWithPassword, SignInStep>(new SignInWithPassword(who, null, password, System.Net.IPAddress.Parse("203.0.113.7")));

    private Task<Outcome<RegistrationStarted>> BeginAsync(RegisterAccount who) => server.DoAsync<RegisterAccount, RegistrationStarted>(who);
}
