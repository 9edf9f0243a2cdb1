using MppDigital.Login.Accounts;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Tests.SignIn;

/// <summary>The codes that go to phone and e-mail.</summary>
public sealed class TypedCodeTests : IAsyncLifetime
{
    private readonly LoginServer server = new();

    private readonly RegisterAccount citizen = Flow.NewCitizen();

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Names_the_code_that_is_wrong_and_lets_each_be_typed_with_blanks()
    {
        var begun = await BeginAsync();
        var right = server.CodesFor(citizen, begun);

        var wrong = await ConfirmAsync(right with { EmailCode = Other(right.EmailCode!) });
        Assert.Equal(("wrong-typed-code", "/emailCode"), (wrong.Problem?.Code, Assert.Single(wrong.Problem!.Errors.Keys)));

        Assert.True((await ConfirmAsync(right with { PhoneCode = $" {right.PhoneCode![..3]} {right.PhoneCode[3..]}" })).Succeeded);
        Assert.Equal("codes-over", (await ConfirmAsync(right)).Problem?.Code);
    }

    [Fact]
    public async Task Takes_five_tries_even_when_they_come_at_once()
    {
        var begun = await BeginAsync();
        var right = server.CodesFor(citizen, begun);

        var answers = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => ConfirmAsync(right with { PhoneCode = Other(right.PhoneCode!) })));

        Assert.Equal(Confirmation.MostTries, answers.Count(a => a.Problem?.Code == "wrong-typed-code"));
        Assert.Equal("codes-over", (await ConfirmAsync(right)).Problem?.Code);
    }

    [Fact]
    public async Task Expires_after_ten_minutes_and_may_then_be_sent_anew()
    {
        var begun = await BeginAsync();
        var late = server.CodesFor(citizen, begun);
        server.Clock.Advance(Confirmation.CodeLifetime);

        Assert.Equal("codes-over", (await ConfirmAsync(late)).Problem?.Code);

        Assert.True((await AgainAsync(begun)).Succeeded);
        Assert.True((await ConfirmAsync(server.CodesFor(citizen, begun))).Succeeded);
    }

    [Fact]
    public async Task Sends_a_new_code_once_a_minute_and_three_times_at_most_and_drops_the_old_one()
    {
        var begun = await BeginAsync();
        var first = server.CodesFor(citizen, begun);
        Assert.Equal("code-just-sent", (await AgainAsync(begun)).Problem?.Code);

        for (var i = 0; i < 3; i++)
        {
            server.Clock.Advance(TimeSpan.FromMinutes(1.1));
            Assert.True((await AgainAsync(begun)).Succeeded);
        }

        server.Clock.Advance(TimeSpan.FromMinutes(1.1));
        Assert.Equal("code-just-sent", (await AgainAsync(begun)).Problem?.Code);
        var last = server.CodesFor(citizen, begun);
        if (first.PhoneCode != last.PhoneCode) Assert.Equal("wrong-typed-code", (await ConfirmAsync(first)).Problem?.Code);
        Assert.True((await ConfirmAsync(last)).Succeeded);
    }

    [Fact]
    public async Task Sends_one_number_six_codes_an_hour_from_whatever_browser()
    {
        for (var i = 0; i < 6; i++) await BeginAsync();

        Assert.Equal("too-many-codes", (await server.DoAsync<RegisterAccount, RegistrationStarted>(citizen)).Problem?.Code);

        server.Clock.Advance(TimeSpan.FromHours(1.1));
        await BeginAsync();
    }

    [Fact]
    public async Task Fits_only_in_the_browser_that_began()
    {
        var mine = await BeginAsync();
        var codes = server.CodesFor(citizen, mine);
        var other = Flow.NewCitizen();
        var theirs = (await server.DoAsync<RegisterAccount, RegistrationStarted>(other)).Value!.Handle;

        Assert.Equal("wrong-typed-code", (await ConfirmAsync(codes with { Handle = theirs })).Problem?.Code);
        Assert.Equal("codes-over", (await ConfirmAsync(codes with { Handle = null })).Problem?.Code);
        Assert.True((await ConfirmAsync(codes)).Succeeded);
    }

    [Fact]
    public async Task Says_so_when_messages_cannot_be_sent()
    {
        server.Messages.IsAway = true;

        Assert.Equal("messages-away", (await server.DoAsync<RegisterAccount, RegistrationStarted>(citizen)).Problem?.Code);
    }

    private static string Other(string code) => code == "000000" ? "000001" : "000000";

    private async Task<string> BeginAsync()
    {
        var begun = await server.DoAsync<RegisterAccount, RegistrationStarted>(citizen);
        Assert.True(begun.Succeeded, begun.Problem?.Code);
        return begun.Value.Handle;
    }

    private Task<Outcome<RegisteredAccount>> ConfirmAsync(ConfirmRegistration codes) => server.DoAsync<ConfirmRegistration, RegisteredAccount>(codes);

    private Task<Outcome<Done>> AgainAsync(string handle) => server.DoAsync<SendCodesAgain, Done>(new SendCodesAgain(handle));
}
