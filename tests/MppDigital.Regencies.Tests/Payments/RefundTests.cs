using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Connectors.Calls;
using MppDigital.Platform.Events;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Payments;
using MppDigital.Regencies.Persistence;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Payments;

/// <summary>Money that goes back, and the nightly look at the provider's statement, against the simulated provider.</summary>
public sealed class RefundTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private const string Reason = "Warga membayar dua kali.";

    private readonly Adverts adverts = new(regencies);

    [Fact]
    public async Task An_admin_sends_money_back_once_with_a_reason_and_a_fresh_factor()
    {
        var number = await adverts.OweAsync("back");
        await PayAsync((await adverts.BeginAsync("back", number)).Reference!);
        Assert.Equal("paid", (await regencies.GetAsync<AskPayment, PaymentView>(TwoRegencies.Bukittinggi, new AskPayment("back", number))).State);
        var row = (await ListAsync()).Items.Single(r => r.Application == number);

        Assert.Equal("wrong-role", (await RefundAsync(row, staff: Adverts.Officer)).Problem!.Code);
        Assert.Equal(["/reason"], (await RefundAsync(row, "pendek")).Problem!.Errors.Keys);
        Assert.Equal("stale", (await RefundAsync(row with { Version = row.Version - 1 })).Problem!.Code);
        Assert.Equal("step-up-required", (await RefundAsync(row, staff: Adverts.Admin with { HasFreshFactor = false })).Problem!.Code);
        Assert.Equal(("refund-asked", true), (await RefundAsync(row)).Value is { } asked ? (asked.State, asked.RefundOrdered) : default);
        Assert.Equal("illegal-transition", (await RefundAsync((await ListAsync()).Items.Single(r => r.Application == number))).Problem!.Code);

        // The provider is away first; the row of the outbox stays and is tried again.
        await SwitchAsync("500");
        await Assert.ThrowsAsync<InvalidOperationException>(() => DrainAsync(row.Id));
        await SwitchAsync("answer");
        for (var i = 0; i < 2; i++) await DrainAsync(row.Id);

        Assert.Equal(("refunded", Adverts.FeeIdr), await adverts.SeeAsync("back", number) is var seen ? (seen.State, seen.Refund) : default);
        Assert.All((await adverts.BalancesAsync(number)).Values, sum => Assert.Equal(0, sum));
    }

    [Fact]
    public async Task The_nightly_statement_finds_money_that_nobody_told_of_and_tells_what_it_does_not_name()
    {
        var (untold, invented) = (await adverts.OweAsync("untold"), await adverts.OweAsync("invented"));
        await PayAsync((await adverts.BeginAsync("untold", untold)).Reference!);
        // Signed with the right key, and yet the provider's own books know nothing of it.
        var code = (await adverts.BeginAsync("invented", invented)).Reference!;
        Assert.True((await adverts.CallAsync(code, "paid")).Succeeded);
        regencies.Clock.Advance(TimeSpan.FromHours(26));

        for (var night = 0; night < 2; night++) await regencies.VisitAsync(TwoRegencies.Bukittinggi, ReconcilePayments.TaskKind);

        Assert.Equal("paid", (await adverts.SeeAsync("untold", untold)).State);
        var finance = await ListAsync();
        Assert.Equal((true, false), (finance.Items.Single(r => r.Application == untold).Reconciled, finance.Items.Single(r => r.Application == invented).Reconciled));
        var difference = Assert.Single(finance.Differences, d => d.Reference == code);
        Assert.Equal(("not-in-statement", "statement"), (difference.Kind, difference.Origin));
        Assert.Equal(0, finance.Balances.Values.Sum());

        Assert.Equal("step-up-required", (await SettleAsync(difference.Id, Adverts.Admin with { HasFreshFactor = false })).Problem!.Code);
        Assert.True((await SettleAsync(difference.Id, Adverts.Admin)).Succeeded);
        await regencies.VisitAsync(TwoRegencies.Bukittinggi, ReconcilePayments.TaskKind);
        Assert.DoesNotContain((await ListAsync()).Differences, d => d.Reference == code);
    }

    [Theory]
    [InlineData("wrong-data")]
    [InlineData("500")]
    public async Task A_faulty_provider_leaves_the_bill_as_it_is_until_it_answers(string fault)
    {
        var number = await adverts.OweAsync(fault);
        await SwitchAsync(fault);

        var silent = await regencies.RunAsync<BeginPayment, PaymentView>(TwoRegencies.Bukittinggi, new BeginPayment(fault, number));
        await SwitchAsync("answer");

        Assert.Equal("payment-provider-silent", silent.Problem!.Code);
        Assert.Equal("due", (await adverts.SeeAsync(fault, number)).State);
        Assert.Equal("pending", (await adverts.BeginAsync(fault, number)).State);
        Assert.Single((await ListAsync()).Items, r => r.Application == number);
    }

    [Fact]
    public void A_correction_that_makes_the_fee_smaller_gives_the_rest_back()
    {
        var bill = Bill.Open(Guid.NewGuid(), "1375-26-000009", "x", Adverts.Service, 50_000, DateTime.UnixEpoch);
        var payment = bill.Attempt("R", DateTime.UnixEpoch);
        bill.Receive(payment, DateTime.UnixEpoch);

        bill.Charge(30_000, DateTime.UnixEpoch);

        Assert.Equal((PaymentState.RefundAsked, 20_000, BillState.Paid), (payment.State, payment.RefundIdr, bill.State));
    }

    private Task<Finance> ListAsync() => regencies.GetAsync<ListPayments, Finance>(TwoRegencies.Bukittinggi, new ListPayments(Adverts.Admin, null, 200, null));

    private Task<Outcome<PaymentRow>> RefundAsync(PaymentRow row, string reason = Reason, StaffMember? staff = null) =>
        regencies.RunAsync<RefundPayment, PaymentRow>(TwoRegencies.Bukittinggi, new RefundPayment(staff ?? Adverts.Admin, row.Id, reason, row.Version));

    private Task<Outcome<Done>> SettleAsync(Guid difference, StaffMember staff) =>
        regencies.RunAsync<ResolveDifference, Done>(TwoRegencies.Bukittinggi, new ResolveDifference(staff, difference, "Dicocokkan dengan penyedia."));

    /// <summary>What the worker does with the row that the refund has written.</summary>
    private async Task DrainAsync(Guid payment)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using (var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync()) Assert.Single(await db.Outbox.Where(o => o.Kind == SendRefund.PayloadKind).ToListAsync(), o => o.Payload.Contains(payment.ToString(), StringComparison.Ordinal));
        await scope.ServiceProvider.GetServices<IOutboxHandler>().Single(h => h.Kind == SendRefund.PayloadKind).HandleAsync(JsonSerializer.Serialize(new SendRefund.Payload(payment)), CancellationToken.None);
    }

    private async Task PayAsync(string reference)
    {
        using var client = await SimulatorAsync();
        (await client.PostAsJsonAsync("simulator/pay", new { reference })).EnsureSuccessStatusCode();
    }

    private async Task SwitchAsync(string fault)
    {
        using var client = await SimulatorAsync();
        (await client.PutAsJsonAsync("simulator/fault", new { fault })).EnsureSuccessStatusCode();
    }

    private async Task<HttpClient> SimulatorAsync()
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        return new HttpClient { BaseAddress = await scope.ServiceProvider.GetRequiredService<ConnectorAddresses>().FindAsync("Qris") };
    }
}
