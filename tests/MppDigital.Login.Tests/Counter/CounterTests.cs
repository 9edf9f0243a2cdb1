using MppDigital.Connectors.Dukcapil.Simulator;
using MppDigital.Login.Counter;
using MppDigital.Login.MyAccount;
using MppDigital.Login.SignIn;
using MppDigital.Login.Tests.MyAccount;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Testing;

namespace MppDigital.Login.Tests.Counter;

/// <summary>What an officer at a counter may do with other people's accounts, and how often.</summary>
public sealed class CounterTests : IAsyncLifetime
{
    private const string Password = "jeruk nipis madu";

    private DukcapilSimulator register = null!;

    private LoginServer server = null!;

    public async Task InitializeAsync()
    {
        register = await DukcapilSimulator.StartAsync(0, new FakeClock(), CancellationToken.None);
        server = new LoginServer(register.Address);
        await server.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await register.DisposeAsync();
    }

    [Fact]
    public async Task Nobody_makes_more_accounts_in_a_day_than_people_can_stand_at_a_counter()
    {
        for (var i = 0; i < 60; i++) Assert.True((await RegisterAsync("clerk-1", Person(i % 30))).Succeeded);

        Assert.Equal("too-many-today", (await RegisterAsync("clerk-1", Person(40))).Problem?.Code);
        Assert.Equal("too-many-today", (await server.DoAsync<ReportDeath, Done>(new ReportDeath(Person(40).Nik, "1375-KM-1", "clerk-1", "1375"))).Problem?.Code);
        Assert.True((await RegisterAsync("clerk-2", Person(40))).Succeeded);
        server.Clock.Advance(TimeSpan.FromDays(1.01));
        Assert.True((await RegisterAsync("clerk-1", Person(41))).Succeeded);
    }

    [Fact]
    public async Task Corrects_a_nik_for_whoever_asked_and_keeps_everything_else()
    {
        var person = Person(50);
        var wrong = person.Nik[..12] + "0123";
        var slip = (await RegisterAsync("clerk-3", person with { Nik = wrong })).Value!;
        Assert.True((await server.DoAsync<UsePrintedCode, Done>(new UsePrintedCode(wrong, slip.Code, Password, null))).Succeeded);
        var cookie = (await SignInAsync(wrong)).Value!.Cookie;
        Assert.Equal("no-correction-asked", (await DecideAsync(wrong, person.Nik)).Problem?.Code);
        Assert.True((await server.DoAsync<AskNikCorrection, Done>(new AskNikCorrection(SignedInOwner.With(cookie), person.Nik, "Salah ketik di loket"))).Succeeded);

        Assert.True((await DecideAsync(wrong, person.Nik)).Succeeded);

        Assert.False((await server.DoAsync<DescribeMyAccount, MyAccountView>(new DescribeMyAccount(SignedInOwner.With(cookie)))).Succeeded);
        Assert.Equal("wrong-credentials", (await SignInAsync(wrong)).Problem?.Code);
        var again = (await SignInAsync(person.Nik)).Value!.Cookie;
        Assert.Equal(person.Nik, (await server.DoAsync<DescribeMyAccount, MyAccountView>(new DescribeMyAccount(SignedInOwner.With(again)))).Value!.Nik);
    }

    [Fact]
    public async Task Corrects_to_no_number_that_somebody_else_has_or_that_the_register_gives_another_person()
    {
        var (person, other) = (Person(51), Person(52));
        var wrong = person.Nik[..12] + "0124";
        await RegisterAsync("clerk-4", other);
        foreach (var (right, code) in ((string, string)[])[(other.Nik, "correction-differs"), (person.Nik, "nik-taken")])
        {
            var slip = (await RegisterAsync("clerk-4", person with { Nik = wrong })).Value!;
            await server.DoAsync<UsePrintedCode, Done>(new UsePrintedCode(wrong, slip.Code, Password, null));
            await server.DoAsync<AskNikCorrection, Done>(new AskNikCorrection(SignedInOwner.With((await SignInAsync(wrong)).Value!.Cookie), right, "Salah ketik di loket"));
            if (code == "nik-taken") await RegisterAsync("clerk-4", person);

            Assert.Equal(code, (await DecideAsync(wrong, right)).Problem?.Code);

            Assert.True((await server.DoAsync<DecideNikCorrection, Done>(new DecideNikCorrection(wrong, right, false, "clerk-4", "1375"))).Succeeded);
        }
    }

    private static SyntheticPerson Person(int position) => SyntheticPeople.Find(SyntheticPeople.NikOf("1375", position), new DateOnly(2026, 11, 19))!;

    private Task<Outcome<CounterRegistration>> RegisterAsync(string clerk, SyntheticPerson person) =>
        server.DoAsync<RegisterAtCounter, CounterRegistration>(new RegisterAtCounter(person.Nik, person.Name, person.BirthDate, clerk, "1375"));

    private Task<Outcome<Done>> DecideAsync(string wrong, string right) => server.DoAsync<DecideNikCorrection, Done>(new DecideNikCorrection(wrong, right, true, "clerk-5", "1375"));

    private Task<Outcome<SignInStep>> SignInAsync(string nik) => server.DoAsync<SignInWithPassword, SignInStep>(new SignInWithPassword(nik, null, Password, null));
}
