using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors;
using MppDigital.Connectors.Qris;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Payments;

/// <summary>Gives the owner of a bill a code to pay it with: the one that is still valid, else a new one.</summary>
public sealed record BeginPayment(string Sub, string Number);

internal sealed class BeginPaymentHandler(IDbContextFactory<RegencyDbContext> contexts, PaymentAccounts accounts, QrisClient provider, CurrentRegency current, TimeProvider clock) : IUseCase<BeginPayment, PaymentView>
{
    // Long enough to walk to somebody with a banking app.
    private static readonly TimeSpan Valid = TimeSpan.FromHours(24);

    public async Task<Outcome<PaymentView>> HandleAsync(BeginPayment input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await Bills.FindAsync(db, input.Number, ct) is not { } bill || bill.Sub != input.Sub) return Problems.UnknownPayment;
        if (bill.OwedIdr <= 0) return Problems.NothingDue;
        var now = clock.GetUtcNow().UtcDateTime;
        if (bill.Payments.Any(p => p.StateAt(now) == PaymentState.Pending && p.AmountIdr == bill.OwedIdr)) return PaymentView.Of(bill, current.Value, now);
        if (await accounts.FindAsync(db, ct) is not { } merchant) return Problems.NotConnected;

        // The reference is stored before anybody outside hears it: whatever is lost afterwards, money that names it finds its bill.
        var payment = bill.Attempt($"{current.Value.Code.Code4}{Crockford.New(16)}", now);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // A second press of the button; the first one's code is the same bill's.
            return await AgainAsync(input, ct);
        }

        var made = await provider.CreateAsync(merchant, payment.Reference, payment.AmountIdr, new DateTimeOffset(now + Valid, TimeSpan.Zero), accounts.Callback, ct);
        return made is Lookup<QrisCode>.Found { Data: var code } ? await PresentAsync(bill.Id, payment.Reference, code, ct) : Problems.Silent;
    }

    private async Task<Outcome<PaymentView>> PresentAsync(Guid id, string reference, QrisCode code, CancellationToken ct)
    {
        // Read anew: a callback may have overtaken the answer.
        await using var db = await contexts.CreateDbContextAsync(ct);
        var bill = await db.Bills.Include(b => b.Payments).SingleAsync(b => b.Id == id, ct);
        Bill.Present(bill.Payments.Single(p => p.Reference == reference), code.ProviderReference, code.Payload, code.ExpiresAt);
        db.Entry(bill).Property(b => b.Version).IsModified = true;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            await using var fresh = await contexts.CreateDbContextAsync(ct);
            bill = await fresh.Bills.AsNoTracking().Include(b => b.Payments).SingleAsync(b => b.Id == id, ct);
        }

        return PaymentView.Of(bill, current.Value, clock.GetUtcNow().UtcDateTime);
    }

    private async Task<Outcome<PaymentView>> AgainAsync(BeginPayment input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return PaymentView.Of((await Bills.FindAsync(db, input.Number, ct))!, current.Value, clock.GetUtcNow().UtcDateTime);
    }
}
