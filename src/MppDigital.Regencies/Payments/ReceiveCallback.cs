using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors.Qris;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Payments;

/// <summary>The provider tells what happened to a payment. The signature is looked at first: a stranger learns nothing and leaves nothing.</summary>
/// <param name="Body">As it arrived, byte by byte.</param>
public sealed record ReceiveCallback(ReadOnlyMemory<byte> Body, string? Signature);

internal sealed class ReceiveCallbackHandler(CallbackLine line, CurrentRegency current) : IUseCase<ReceiveCallback, Done>
{
    public Task<Outcome<Done>> HandleAsync(ReceiveCallback input, CancellationToken ct) => line.ReceiveAsync(current.Value.Code, input);
}

/// <summary>Callbacks of one regency that stood in line together.</summary>
internal sealed class ReadCallbacks(IDbContextFactory<RegencyDbContext> contexts, PaymentAccounts accounts, BookReport booking, TimeProvider clock)
{
    /// <returns>What came of each, in their order.</returns>
    public async Task<IReadOnlyList<Outcome<Done>>> HandleAsync(IReadOnlyList<ReceiveCallback> callbacks, CancellationToken ct)
    {
        QrisMerchant? merchant;
        await using (var db = await contexts.CreateDbContextAsync(ct)) merchant = await accounts.FindAsync(db, ct);
        var read = callbacks.Select(c => Read(merchant, c)).ToList();
        List<QrisReport> reports = [.. read.Where(r => r.Report is not null).Select(r => r.Report!)];
        var booked = new Queue<Outcome<Done>>(reports.Count == 0 ? [] : await booking.BookAllAsync(reports, "callback", ct));
        return [.. read.Select(r => r.Refusal ?? booked.Dequeue())];
    }

    private (QrisReport? Report, Outcome<Done>? Refusal) Read(QrisMerchant? merchant, ReceiveCallback callback)
    {
        if (merchant is null || !QrisSignature.Fits(merchant.Secret, callback.Body.Span, callback.Signature, clock.GetUtcNow())) return (null, Problems.BadSignature);
        var (report, faults) = QrisCallback.Read(callback.Body);
        return report is null ? (null, Problems.Unreadable(faults)) : (report, null);
    }
}
