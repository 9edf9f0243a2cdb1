using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Payments;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Payments;

/// <summary>A fee from the complete file to the document, and every way in which its money can come late, twice or not at all.</summary>
public sealed class PaymentFlowTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private readonly Adverts adverts = new(regencies);

    [Fact]
    public async Task What_is_owed_stops_the_clock_and_the_approval_until_the_money_is_there()
    {
        var number = await adverts.OweAsync("whole");
        await adverts.WorkAsync(number);

        var owing = await adverts.ReadAsync("whole", number);
        Assert.Equal((true, null), (owing.FeeDueSince is not null, owing.DueAt));
        Assert.Equal("fee-not-paid", (await adverts.TryAsync(number, d => new ApproveApplication(d), Adverts.Head)).Problem!.Code);

        var bill = await adverts.BeginAsync("whole", number);
        Assert.Equal(("pending", Adverts.FeeIdr), (bill.State, bill.Amount));
        // The button pressed again shows the same code.
        Assert.Equal((bill.Qris, bill.Reference), ((await adverts.BeginAsync("whole", number)).Qris, bill.Reference));
        Assert.True((await adverts.CallAsync(bill.Reference!, "paid")).Succeeded);

        // Nobody has to wait for the news: whoever reads the file sees it paid, and the clock runs.
        var paid = await adverts.ReadAsync("whole", number);
        Assert.Equal((null, true), (paid.FeeDueSince, paid.DueAt is not null));
        await adverts.DoAsync(number, d => new ApproveApplication(d), Adverts.Head);
        Assert.True((await regencies.RunAsync<ReadIssuedDocument, IssuedFile>(TwoRegencies.Bukittinggi, new ReadIssuedDocument("whole", number))).Succeeded);
        Assert.Equal(Money(clearing: Adverts.FeeIdr, revenue: -Adverts.FeeIdr), await adverts.BalancesAsync(number));
    }

    [Theory]
    [InlineData("first late", "1 2")]
    [InlineData("second before first", "2 1")]
    [InlineData("first, twice", "1 1")]
    public async Task Whatever_was_paid_is_booked_once_and_what_was_not_owed_goes_back(string sub, string order)
    {
        var number = await adverts.OweAsync(sub);
        var codes = new List<string> { (await adverts.BeginAsync(sub, number)).Reference! };
        regencies.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal("expired", (await adverts.SeeAsync(sub, number)).State);
        codes.Add((await adverts.BeginAsync(sub, number)).Reference!);
        Assert.NotEqual(codes[0], codes[1]);

        foreach (var which in order.Split(' ')) Assert.True((await adverts.CallAsync(codes[int.Parse(which, System.Globalization.CultureInfo.InvariantCulture) - 1], "paid")).Succeeded);
        foreach (var code in codes) await adverts.CallAsync(code, "expired");

        var twice = order.Split(' ').Distinct().Count() == 2;
        Assert.Equal(Money(clearing: twice ? 2 * Adverts.FeeIdr : Adverts.FeeIdr, revenue: -Adverts.FeeIdr, deposits: twice ? -Adverts.FeeIdr : 0), await adverts.BalancesAsync(number));
        Assert.Null((await adverts.ReadAsync(sub, number)).FeeDueSince);
    }

    [Theory]
    [InlineData("wrong-amount", "/amount")]
    [InlineData("wrong-currency", "/currency")]
    [InlineData("unknown-reference", "/reference")]
    [InlineData("reference-reused", "/providerReference")]
    [InlineData("unasked-refund", "/status")]
    public async Task What_does_not_fit_its_bill_is_refused_by_field_and_kept_once(string kind, string place)
    {
        var (number, other) = (await adverts.OweAsync(kind), await adverts.OweAsync($"{kind} other"));
        var bill = await adverts.BeginAsync(kind, number);
        Task<Outcome<Done>> CallAsync() => kind switch
        {
            "wrong-amount" => adverts.CallAsync(bill.Reference!, "paid", Adverts.FeeIdr - 1),
            "wrong-currency" => adverts.CallAsync(bill.Reference!, "paid", extra: ",\"currency\":\"USD\""),
            "unknown-reference" => adverts.CallAsync("1375AAAAAAAAAAAAAAAA", "paid"),
            "reference-reused" => adverts.CallAsync(bill.Reference!, "paid", provider: "somebody-elses"),
            _ => adverts.CallAsync(bill.Reference!, "refunded"),
        };

        for (var i = 0; i < 2; i++)
        {
            var refused = (await CallAsync()).Problem!;
            Assert.Equal((kind, place), (refused.Code, Assert.Single(refused.Errors).Key));
        }

        Assert.Single(await DifferencesAsync(), d => d.Kind == kind);
        Assert.Equal("pending", (await adverts.SeeAsync(kind, number)).State);
        Assert.Equal(Money(receivable: Adverts.FeeIdr, revenue: -Adverts.FeeIdr), await adverts.BalancesAsync(number));
        Assert.Equal("due", (await adverts.SeeAsync($"{kind} other", other)).State);
    }

    [Fact]
    public async Task A_withdrawn_application_owes_nothing_and_gets_its_money_back_even_when_it_comes_late()
    {
        var (unpaid, paid, late) = (await adverts.OweAsync("unpaid"), await adverts.OweAsync("paid"), await adverts.OweAsync("late"));
        Assert.True((await adverts.CallAsync((await adverts.BeginAsync("paid", paid)).Reference!, "paid")).Succeeded);
        var code = (await adverts.BeginAsync("late", late)).Reference!;

        foreach (var (sub, number) in ((string, string)[])[("unpaid", unpaid), ("paid", paid), ("late", late)]) await regencies.GetAsync<WithdrawApplication, ApplicationView>(TwoRegencies.Bukittinggi, new WithdrawApplication(sub, number));
        Assert.True((await adverts.CallAsync(code, "paid")).Succeeded);

        Assert.Equal(Money(), await adverts.BalancesAsync(unpaid));
        Assert.Equal(Money(clearing: Adverts.FeeIdr, deposits: -Adverts.FeeIdr), await adverts.BalancesAsync(paid));
        Assert.Equal(Money(clearing: Adverts.FeeIdr, deposits: -Adverts.FeeIdr), await adverts.BalancesAsync(late));
        Assert.Equal(("cancelled", "refund-asked", "refund-asked"), ((await adverts.SeeAsync("unpaid", unpaid)).State, (await adverts.SeeAsync("paid", paid)).State, (await adverts.SeeAsync("late", late)).State));
    }

    [Fact]
    public async Task A_callback_that_nobody_signed_just_now_is_a_strangers()
    {
        var number = await adverts.OweAsync("forged");
        var code = (await adverts.BeginAsync("forged", number)).Reference!;
        var body = System.Text.Encoding.UTF8.GetBytes($$"""{"reference":"{{code}}","providerReference":"x","status":"paid","amount":{{Adverts.FeeIdr}},"at":"2026-11-23T00:00:00Z"}""");

        foreach (var signature in (string?[])[null, "", "t=1,v1=00", $"t={regencies.Clock.GetUtcNow().ToUnixTimeSeconds()},v1={new string('a', 64)}", Connectors.Qris.QrisSignature.Of("another regency's", body, regencies.Clock.GetUtcNow())])
            Assert.Equal("bad-signature", (await regencies.RunAsync<ReceiveCallback, Done>(TwoRegencies.Bukittinggi, new ReceiveCallback(body, signature))).Problem!.Code);
        Assert.Equal("bad-signature", (await adverts.CallAsync(code, "paid", late: TimeSpan.FromMinutes(6))).Problem!.Code);
        Assert.Equal("bad-signature", (await adverts.CallAsync(code, "paid", late: TimeSpan.FromMinutes(-6))).Problem!.Code);
        Assert.Equal("pending", (await adverts.SeeAsync("forged", number)).State);
    }

    [Fact]
    public async Task A_bill_is_its_owners_alone()
    {
        var number = await adverts.OweAsync("mine");

        Assert.Equal("unknown-payment", (await regencies.RunAsync<ReadPayment, PaymentView>(TwoRegencies.Bukittinggi, new ReadPayment("yours", number))).Problem!.Code);
        Assert.Equal("unknown-payment", (await regencies.RunAsync<BeginPayment, PaymentView>(TwoRegencies.Bukittinggi, new BeginPayment("yours", number))).Problem!.Code);
        Assert.Equal("unknown-payment", (await regencies.RunAsync<AskPayment, PaymentView>(TwoRegencies.Bukittinggi, new AskPayment("yours", number))).Problem!.Code);
    }

    private static Dictionary<LedgerAccount, long> Money(long receivable = 0, long revenue = 0, long clearing = 0, long deposits = 0) =>
        new() { [LedgerAccount.Receivable] = receivable, [LedgerAccount.Revenue] = revenue, [LedgerAccount.Clearing] = clearing, [LedgerAccount.Deposits] = deposits };

    private async Task<List<PaymentDifference>> DifferencesAsync()
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<Persistence.RegencyDbContext>>(scope.ServiceProvider).CreateDbContextAsync();
        return [.. db.PaymentDifferences];
    }
}
