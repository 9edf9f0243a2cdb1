using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors;
using MppDigital.Connectors.Qris;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Payments;

/// <summary>The payer says that they have paid: the provider is asked about every code of the bill that holds no money yet.</summary>
public sealed record AskPayment(string Sub, string Number);

internal sealed class AskPaymentHandler(IDbContextFactory<RegencyDbContext> contexts, PaymentAccounts accounts, QrisClient provider, BookReport booking, CurrentRegency current, TimeProvider clock) : IUseCase<AskPayment, PaymentView>
{
    private const int MostAsked = 3;

    public async Task<Outcome<PaymentView>> HandleAsync(AskPayment input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await Bills.FindAsync(db, input.Number, ct) is not { } bill || bill.Sub != input.Sub) return Problems.UnknownPayment;
        if (await accounts.FindAsync(db, ct) is not { } merchant) return Problems.NotConnected;
        var answered = false;
        // The newest first; an old code that was paid late is found by the nightly statement at the latest.
        var open = bill.Payments.Where(p => !p.State.HasMoney()).OrderByDescending(p => p.Try).Take(MostAsked).Select(p => p.Reference).ToList();
        foreach (var reference in open)
        {
            switch (await provider.StatusAsync(merchant, reference, ct))
            {
                case Lookup<QrisReport>.Found { Data: var report }:
                    answered = true;
                    await booking.BookAsync(report, "status", ct);
                    break;
                case Lookup<QrisReport>.NotFound:
                    answered = true;
                    break;
                default:
                    break;
            }
        }

        if (open.Count > 0 && !answered) return Problems.Silent;
        await using var fresh = await contexts.CreateDbContextAsync(ct);
        return PaymentView.Of((await Bills.FindAsync(fresh, input.Number, ct))!, current.Value, clock.GetUtcNow().UtcDateTime);
    }
}
