using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Payments;

/// <summary>The bill of an application, for its owner, by its own id or by the application's number.</summary>
public sealed record ReadPayment(string Sub, Guid? Id, string? Number)
{
    public ReadPayment(string sub, string number)
        : this(sub, null, number)
    {
    }
}

internal sealed class ReadPaymentHandler(IDbContextFactory<RegencyDbContext> contexts, CurrentRegency current, TimeProvider clock) : IUseCase<ReadPayment, PaymentView>
{
    public async Task<Outcome<PaymentView>> HandleAsync(ReadPayment input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Bills.AsNoTracking().Include(b => b.Payments).SingleOrDefaultAsync(b => (input.Id != null ? b.Id == input.Id : b.Number == input.Number) && b.Sub == input.Sub, ct) is { } bill
            ? PaymentView.Of(bill, current.Value, clock.GetUtcNow().UtcDateTime)
            : Problems.UnknownPayment;
    }
}
