using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Audit;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Payments;
using MppDigital.Regencies.Persistence;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Payments;

/// <summary>Callbacks that arrive together share a transaction and nothing else.</summary>
public sealed class CallbackCrowdTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private const int Bills = 5;
    private const int Repetitions = 6;

    private readonly Adverts adverts = new(regencies);

    [Fact]
    public async Task Each_gets_its_own_answer_and_each_payment_is_booked_once()
    {
        var owed = new List<(string Sub, string Number, string Reference)>();
        for (var i = 0; i < Bills; i++)
        {
            var number = await adverts.OweAsync($"crowd-{i}");
            owed.Add(($"crowd-{i}", number, (await adverts.BeginAsync($"crowd-{i}", number)).Reference!));
        }

        var right = Enumerable.Range(0, Repetitions).SelectMany(_ => owed).Select(o => adverts.CallAsync(o.Reference, "paid"));
        var wrong = owed.SelectMany(o => (Task<Outcome<Done>>[])
        [
            adverts.CallAsync(o.Reference, "paid", amount: 1),
            adverts.CallAsync(o.Reference, "paid", extra: ",\"currency\":\"USD\""),
            adverts.CallAsync(o.Reference, "paid", late: TimeSpan.FromMinutes(6)),
            adverts.CallAsync("1375NOSUCHREFERENCE1", "paid"),
        ]);
        var (good, bad) = (await Task.WhenAll(right), await Task.WhenAll(wrong));

        Assert.All(good, o => Assert.True(o.Succeeded, o.Problem?.Code));
        Assert.Equal(
            new Dictionary<string, int> { ["wrong-amount"] = Bills, ["wrong-currency"] = Bills, ["bad-signature"] = Bills, ["unknown-reference"] = Bills },
            bad.CountBy(o => o.Problem!.Code).ToDictionary());
        foreach (var (sub, number, _) in owed)
        {
            Assert.Equal("paid", (await adverts.SeeAsync(sub, number)).State);
            Assert.Equal(Adverts.FeeIdr, (await adverts.BalancesAsync(number))[LedgerAccount.Clearing]);
        }

        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        Assert.Null(await AuditTrail.FirstBrokenAsync(db, CancellationToken.None));
        // Told often, kept once: by bill for the amount and the currency, once for the reference that is nobody's.
        Assert.Equal((2 * Bills) + 1, await db.PaymentDifferences.CountAsync());
        Assert.Equal(Bills, await db.Set<AuditRow>().CountAsync(r => r.Action == "payment-paid"));
    }
}
