using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors.Qris;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Payments;

/// <summary>The provider tells what happened to a payment. The signature is looked at first: a stranger learns nothing and leaves nothing.</summary>
/// <param name="Body">As it arrived, byte by byte.</param>
public sealed record ReceiveCallback(ReadOnlyMemory<byte> Body, string? Signature);

internal sealed class ReceiveCallbackHandler(IDbContextFactory<RegencyDbContext> contexts, PaymentAccounts accounts, BookReport booking, TimeProvider clock) : IUseCase<ReceiveCallback, Done>
{
    public async Task<Outcome<Done>> HandleAsync(ReceiveCallback input, CancellationToken ct)
    {
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (await accounts.FindAsync(db, ct) is not { } merchant || !QrisSignature.Fits(merchant.Secret, input.Body.Span, input.Signature, clock.GetUtcNow())) return Problems.BadSignature;
        }

        var (report, faults) = QrisCallback.Read(input.Body);
        return report is null ? Problems.Unreadable(faults) : await booking.BookAsync(report, "callback", ct);
    }
}
