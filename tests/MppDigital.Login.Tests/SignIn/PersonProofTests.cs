using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Connectors.Dukcapil.Simulator;
using MppDigital.Login.Accounts;
using MppDigital.Login.SignIn;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.UseCases;
using MppDigital.Testing;

namespace MppDigital.Login.Tests.SignIn;

/// <summary>Registration with a civil register behind it, and without one that answers.</summary>
public sealed class PersonProofTests : IAsyncLifetime
{
    private static int positions = 100;

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
    public async Task Takes_the_person_whom_the_register_knows_and_then_forgets_the_mothers_name()
    {
        var citizen = Known();

        var made = await server.RegisterAsync(citizen with { Name = citizen.Name!.ToUpperInvariant() });

        Assert.False(made.IsOpen);
        var (account, person) = await ReadAsync(made.Sub);
        Assert.Equal(ProofOfPerson.Register, account.Proof);
        Assert.Null(person.MotherName);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("mother")]
    [InlineData("unknown")]
    public async Task Refuses_facts_that_the_register_does_not_confirm_with_one_answer(string what)
    {
        var citizen = Known();
        citizen = what switch
        {
            "name" => citizen with { Name = "Orang Lain" },
            "mother" => citizen with { MotherName = "Ibu Lain" },
            _ => citizen with { Nik = citizen.Nik![..12] + "0123" },
        };

        Assert.Equal("person-differs", (await BeginAsync(citizen)).Problem?.Code);
        Assert.Empty(server.Messages.To(LoginServer.PhoneOf(citizen)));
    }

    [Fact]
    public async Task Stops_trying_out_mothers_names()
    {
        var citizen = Known();
        for (var i = 0; i < 5; i++) await BeginAsync(citizen with { MotherName = $"Ibu {(char)('A' + i)}" });

        Assert.Equal("too-many-proofs", (await BeginAsync(citizen)).Problem?.Code);

        server.Clock.Advance(TimeSpan.FromHours(1.1));
        Assert.True((await BeginAsync(citizen)).Succeeded);
    }

    [Fact]
    public async Task Makes_an_unverified_account_when_the_register_is_away_and_asks_again_later()
    {
        var citizen = Known();
        await SwitchAsync("500");
        var made = await server.RegisterAsync(citizen);
        Assert.True(made.IsOpen);
        await CareAsync();
        Assert.Equal(ProofOfPerson.Open, (await ReadAsync(made.Sub)).Account.Proof);

        await SwitchAsync("answer");
        await CareAsync();

        var (account, person) = await ReadAsync(made.Sub);
        Assert.Equal(ProofOfPerson.Register, account.Proof);
        Assert.Null(person.MotherName);
        Assert.Contains("Dukcapil", server.Messages.To(LoginServer.PhoneOf(citizen))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closes_an_account_that_the_register_refutes_and_gives_the_nik_free()
    {
        var citizen = Known();
        await SwitchAsync("500");
        var false1 = await server.RegisterAsync(citizen with { Name = "Orang Lain" });
        await SwitchAsync("answer");

        await CareAsync();

        var (account, person) = await ReadAsync(false1.Sub);
        Assert.Equal((AccountStanding.Closed, null, ""), (account.Standing, account.NikLookup, person.Name));
        await using (var db = await server.ContextAsync()) Assert.False(await db.Sessions.AnyAsync(s => s.AccountId == account.Id && s.EndedAt == null));
        server.Clock.Advance(TimeSpan.FromHours(1.1));
        Assert.False((await server.RegisterAsync(citizen)).IsOpen);
    }

    [Fact]
    public async Task Answers_alike_whether_or_not_the_nik_has_an_account_and_tells_its_owner()
    {
        var owner = Known();
        await server.RegisterAsync(owner);
        var stranger = owner with { Phone = "0813 1111 2222", Email = "asing@contoh.id" };

        var second = await BeginAsync(stranger);

        Assert.True(second.Succeeded);
        var found = await server.DoAsync<DescribeRegistration, WaitingRegistration>(new DescribeRegistration(second.Value.Handle));
        Assert.Equal(("+6281311112222", "asing@contoh.id"), (found.Value!.Phone, found.Value.Email));
        Assert.Empty(server.Messages.To("+6281311112222"));
        Assert.Empty(server.Messages.To("asing@contoh.id"));
        Assert.Contains("sudah punya akun", server.Messages.To(LoginServer.PhoneOf(owner))[^1], StringComparison.Ordinal);
        Assert.Equal("wrong-typed-code", (await server.DoAsync<ConfirmRegistration, RegisteredAccount>(new ConfirmRegistration(second.Value.Handle, "123456", "123456", null))).Problem?.Code);

        // Once an hour is enough, or a stranger could fill the owner's phone.
        var told = server.Messages.To(LoginServer.PhoneOf(owner)).Count;
        await BeginAsync(stranger);
        Assert.Equal(told, server.Messages.To(LoginServer.PhoneOf(owner)).Count);
    }

    [Fact]
    public async Task Lets_the_confirmed_person_take_the_place_of_one_whom_nobody_confirmed()
    {
        var citizen = Known();
        await SwitchAsync("500");
        var squatter = await server.RegisterAsync(citizen with { Name = "Orang Lain", Phone = "0813 3333 4444" });
        await SwitchAsync("answer");

        var owner = await server.RegisterAsync(citizen);

        Assert.NotEqual(squatter.Sub, owner.Sub);
        Assert.Equal(AccountStanding.Closed, (await ReadAsync(squatter.Sub)).Account.Standing);
        Assert.Equal(AccountStanding.Active, (await ReadAsync(owner.Sub)).Account.Standing);
    }

    [Fact]
    public async Task Resets_a_password_by_code_and_mothers_name_and_ends_every_session()
    {
        var citizen = Known();
        var made = await server.RegisterAsync(citizen);
        var begun = (await server.DoAsync<BeginPasswordReset, ResetBegun>(new BeginPasswordReset(citizen.Nik, null))).Value!;
        var reset = new ResetPassword(begun.Handle, server.Messages.CodeTo(LoginServer.PhoneOf(citizen)), citizen.MotherName, "jeruk nipis madu");

        Assert.Contains("/password", (await ResetAsync(reset with { Password = "pendek" })).Problem!.Errors.Keys);
        Assert.Contains("/code", (await ResetAsync(reset with { Code = "12" })).Problem!.Errors.Keys);
        Assert.True((await ResetAsync(reset)).Succeeded);

        Assert.Equal("codes-over", (await ResetAsync(reset)).Problem?.Code);
        Assert.False((await server.DoAsync<SignInWithPassword, SignInStep>(new SignInWithPassword(citizen.Nik, null, citizen.Password, null))).Succeeded);
        Assert.True((await server.DoAsync<SignInWithPassword, SignInStep>(new SignInWithPassword(citizen.Nik, null, "jeruk nipis madu", null))).Succeeded);
        var account = (await ReadAsync(made.Sub)).Account;
        await using var db = await server.ContextAsync();
        Assert.Equal(1, await db.Sessions.CountAsync(s => s.AccountId == account.Id && s.EndedAt == null));
        Assert.Contains("Lupa kata sandi", server.Messages.To(LoginServer.PhoneOf(citizen))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_reset_with_a_stolen_phone_alone()
    {
        var citizen = Known();
        await server.RegisterAsync(citizen);
        var begun = (await server.DoAsync<BeginPasswordReset, ResetBegun>(new BeginPasswordReset(citizen.Phone, null))).Value!;
        var reset = new ResetPassword(begun.Handle, server.Messages.CodeTo(LoginServer.PhoneOf(citizen)), "Ibu Lain", "jeruk nipis madu");

        Assert.Equal("person-differs", (await ResetAsync(reset)).Problem?.Code);
        Assert.Equal("codes-over", (await ResetAsync(reset with { MotherName = citizen.MotherName })).Problem?.Code);
    }

    [Fact]
    public async Task Begins_a_reset_alike_for_somebody_and_nobody()
    {
        var nobody = await server.DoAsync<BeginPasswordReset, ResetBegun>(new BeginPasswordReset("1375015203940777", null));

        Assert.True(nobody.Succeeded);
        Assert.Contains("/code", (await ResetAsync(new ResetPassword(nobody.Value.Handle, "123456", "Siti", "jeruk nipis madu"))).Problem!.Errors.Keys);
        for (var i = 0; i < 5; i++) await server.DoAsync<BeginPasswordReset, ResetBegun>(new BeginPasswordReset("1375015203940777", null));
        Assert.Equal("too-many-codes", (await server.DoAsync<BeginPasswordReset, ResetBegun>(new BeginPasswordReset("1375015203940777", null))).Problem?.Code);
    }

    private Task<Outcome<Done>> ResetAsync(ResetPassword reset) => server.DoAsync<ResetPassword, Done>(reset);

    private static RegisterAccount Known()
    {
        var n = Interlocked.Increment(ref positions);
        var person = SyntheticPeople.Find(SyntheticPeople.NikOf("1375", n), new DateOnly(2026, 11, 21))!;
        return new RegisterAccount(person.Nik, person.Name, person.BirthDate, person.MotherName, $"0812 9999 {n:0000}", null, "kuda laut biru 7", null);
    }

    private Task<Outcome<RegistrationStarted>> BeginAsync(RegisterAccount citizen) => server.DoAsync<RegisterAccount, RegistrationStarted>(citizen);

    private async Task<(Account Account, PersonalData Person)> ReadAsync(string sub)
    {
        await using var db = await server.ContextAsync();
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Sub == sub);
        return (account, await server.Services.GetRequiredService<AccountSeal>().OpenAsync(account, CancellationToken.None));
    }

    private async Task SwitchAsync(string fault)
    {
        using var client = new HttpClient { BaseAddress = register.Address };
        using var answer = await client.PutAsJsonAsync("simulator/fault", new { fault });
        answer.EnsureSuccessStatusCode();
    }

    private async Task CareAsync()
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IJobHandler>().Single(j => j.Kind == LoginServices.CareJob).RunAsync("{}", CancellationToken.None);
    }
}
