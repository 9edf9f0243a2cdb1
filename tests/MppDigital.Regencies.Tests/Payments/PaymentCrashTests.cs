using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Connectors.Qris;
using MppDigital.Platform.Audit;
using MppDigital.Regencies.Payments;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Tests.Applications.Crash;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Payments;

/// <summary>A process that is killed anywhere between the provider's callback and our commit: the callback told again completes it, once.</summary>
public sealed class PaymentCrashTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private const int MostMoments = 40;

    private readonly Adverts adverts = new(regencies);

    [Fact]
    public async Task A_callback_is_booked_whole_or_not_at_all()
    {
        var moments = 0;
        using var probes = new Probes(regencies);
        for (var done = false; !done; moments++)
        {
            Assert.True(moments < MostMoments, "The probe is killed at every moment and never comes to its end.");
            var sub = $"payer-{moments}";
            var number = await adverts.OweAsync(sub);
            var bill = await adverts.BeginAsync(sub, number);
            var body = $$"""{"reference":"{{bill.Reference}}","providerReference":"{{bill.ProviderReference}}","status":"paid","amount":{{Adverts.FeeIdr}},"at":"{{regencies.Clock.GetUtcNow():O}}"}""";
            done = await probes.RunAsync(moments + 1, "callback", body, QrisSignature.Of(adverts.Secret(), Encoding.UTF8.GetBytes(body), regencies.Clock.GetUtcNow())) == 0;

            var before = await BookedAsync(number);
            Assert.True(before is ("pending", 0, 0) or ("paid", 2, 1), $"Half a booking: {before}");
            Assert.True(!done || before.State == "paid");
            Assert.True((await adverts.CallAsync(bill.Reference!, "paid")).Succeeded);
            Assert.Equal(("paid", 2, 1), await BookedAsync(number));
            await adverts.BalancesAsync(number);
            Assert.Null((await adverts.ReadAsync(sub, number)).FeeDueSince);
        }

        Assert.InRange(moments, 5, MostMoments);
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        Assert.Null(await AuditTrail.FirstBrokenAsync(db, CancellationToken.None));
    }

    /// <summary>The state, the lines of the receipt in the ledger, and the news for the application.</summary>
    private async Task<(string State, int Receipt, int News)> BookedAsync(string number)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        var bill = await db.Bills.AsNoTracking().Include(b => b.Payments).SingleAsync(b => b.Number == number);
        return (bill.Payments.Single().State.Wire(), await db.Ledger.CountAsync(e => e.BillId == bill.Id && e.Kind == PostingKind.Receipt), await db.Outbox.CountAsync(o => o.Kind == BillSettled.Kind && o.Payload.Contains(number)));
    }
}
