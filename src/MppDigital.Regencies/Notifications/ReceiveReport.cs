using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors.Messages;
using MppDigital.Connectors.Qris;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Notifications;

/// <summary>The gateway tells what became of a message. Repeated, late and in any order: the message only comes closer to the truth.</summary>
/// <param name="Body">As it arrived, byte by byte.</param>
public sealed record ReceiveReport(ReadOnlyMemory<byte> Body, string? Signature);

internal sealed class ReceiveReportHandler(IDbContextFactory<RegencyDbContext> contexts, MessageKeys keys, CurrentRegency current, TimeProvider clock) : IUseCase<ReceiveReport, Done>
{
    private const int MostTries = 8;

    public async Task<Outcome<Done>> HandleAsync(ReceiveReport input, CancellationToken ct)
    {
        if (keys.Find(current.Value.Code.Code4) is not { } key || !QrisSignature.Fits(key, input.Body.Span, input.Signature, clock.GetUtcNow())) return Problems.BadSignature;
        var (report, faults) = MessageReport.Read(input.Body);
        if (report is null) return Problems.Unreadable(faults);
        if (!TryRead(report.Reference, out var id, out var round)) return Problems.UnknownMessage;
        for (var i = 1; ; i++)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            if (await db.Messages.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } message || round > message.Round || message.Channel == NoticeChannel.Account) return Problems.UnknownMessage;
            message.Hear(round, StateOf(report.Status), clock.GetUtcNow().UtcDateTime);
            try
            {
                await db.SaveChangesAsync(ct);
                return default(Done);
            }
            catch (DbUpdateConcurrencyException) when (i < MostTries)
            {
                // Another report about it, or the hand-over itself, was stored first; what it left is looked at afresh.
            }
        }
    }

    private static MessageState StateOf(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Sent => MessageState.Sent,
        DeliveryStatus.Delivered => MessageState.Delivered,
        _ => MessageState.Dead,
    };

    private static bool TryRead(string reference, out Guid id, out int round)
    {
        round = 0;
        var parts = reference.Split('-');
        return Guid.TryParseExact(parts[0], "N", out id) && parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out round) && round > 0;
    }
}
